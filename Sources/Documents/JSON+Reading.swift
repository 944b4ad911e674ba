extension JSON {
  /// How large a text may be, and what lies in it.
  package struct Limits: Hashable, Sendable {
    /// How deep arrays and objects may lie in each other.
    let depth: Int
    /// How many bytes a text may have.
    let size: Int

    package static let document = Limits(depth: JSON.depthLimit, size: JSON.sizeLimit)
    /// A line of a journal has a whole document in it, some levels down.
    package static let journalLine = Limits(depth: JSON.depthLimit + 16, size: 2 * JSON.sizeLimit)
  }

  package static let depthLimit = 512
  package static let sizeLimit = 32 * 1024 * 1024

  /// Reads one JSON value and nothing after it but white space.
  ///
  /// RFC 8259, strictly; besides, duplicate keys, more than 512 levels, more than 32 MB, lone surrogates and invalid
  /// UTF-8 are refused.
  package init(reading bytes: [UInt8], within limits: Limits = .document) throws(JSONProblem) {
    guard bytes.count <= limits.size else { throw JSONProblem(.tooLarge(limit: limits.size), line: 1, column: 1) }
    var reader = JSONReader(bytes, depthLimit: limits.depth)
    do {
      self = try reader.document()
    } catch {
      let (line, column) = reader.place(of: error.offset)
      throw JSONProblem(error.fact, line: line, column: column)
    }
  }

  package init(reading text: String) throws(JSONProblem) {
    try self.init(reading: Array(text.utf8))
  }

  /// A number as it was written elsewhere; nothing where JSON does not write it so, as `05`, `7.` or `0x1F`. What is no
  /// number of JSON must not become one: the line that it stands in could not be read again.
  package init?(number text: some StringProtocol) {
    do throws(JSONProblem) { self = try JSON(reading: String(text)) } catch { return nil }
    guard case .number = self else { return nil }
  }
}

/// Walks once over the bytes of a text. A problem names an offset; lines are counted only when there is one.
struct JSONReader {
  struct Problem: Error {
    let fact: JSONProblem.Fact
    let offset: Int
  }

  let bytes: [UInt8]
  var position = 0
  private var depth = 0
  private let depthLimit: Int

  init(_ bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  mutating func document() throws(Problem) -> JSON {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw Problem(fact: .byteOrderMark, offset: 0) }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw Problem(fact: .invalidUTF8, offset: error.byteOffsets.lowerBound)
    }
    skipSpace()
    guard position < bytes.count else { throw Problem(fact: .isEmpty, offset: 0) }
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw problem(.textAfterEnd) }
    return value
  }

  /// The line and the column, from 1, of the byte at `offset`.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = before.count { $0 == 0x0A } + 1
    return (line, String(decoding: before[lineStart...], as: UTF8.self).count + 1)
  }
}

// MARK: - Values

extension JSONReader {
  private mutating func value() throws(Problem) -> JSON {
    guard let first = peek else { throw unexpected() }
    return switch first {
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try array()
    case UInt8(ascii: "\""): .string(try string())
    case UInt8(ascii: "t"): try word("true", .bool(true))
    case UInt8(ascii: "f"): try word("false", .bool(false))
    case UInt8(ascii: "n"): try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: .number(try number())
    default: throw unexpected()
    }
  }

  private mutating func object() throws(Problem) -> JSON {
    try enter()
    var members = JSON.Members()
    if !takes("}") {
      repeat {
        skipSpace()
        let keyStart = position
        guard peek == UInt8(ascii: "\"") else { throw unexpected() }
        let key = try string()
        guard takes(":") else { throw unexpected() }
        skipSpace()
        guard members.insert(try value(), at: key) else { throw Problem(fact: .duplicateKey(key), offset: keyStart) }
      } while takes(",")
      guard takes("}") else { throw unexpected() }
    }
    depth -= 1
    return .object(members)
  }

  private mutating func array() throws(Problem) -> JSON {
    try enter()
    var elements: [JSON] = []
    if !takes("]") {
      repeat {
        skipSpace()
        elements.append(try value())
      } while takes(",")
      guard takes("]") else { throw unexpected() }
    }
    depth -= 1
    return .array(elements)
  }

  private mutating func enter() throws(Problem) {
    depth += 1
    guard depth <= depthLimit else { throw problem(.tooDeep(limit: depthLimit)) }
    position += 1
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(Problem) -> JSON {
    for index in 0..<word.utf8CodeUnitCount {
      guard peek == word.utf8Start[index] else { throw unexpected() }
      position += 1
    }
    return value
  }

  private mutating func number() throws(Problem) -> String {
    let start = position
    let bad = Problem(fact: .badNumber, offset: start)
    if peek == UInt8(ascii: "-") { position += 1 }
    let whole = position
    guard takeDigits(), bytes[whole] != 0x30 || position == whole + 1 else { throw bad }
    if peek == UInt8(ascii: ".") {
      position += 1
      guard takeDigits() else { throw bad }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      guard takeDigits() else { throw bad }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func takeDigits() -> Bool {
    let start = position
    while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
    return position > start
  }
}

// MARK: - Bytes

extension JSONReader {
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// Whether the next thing after white space is `mark`, which is then behind us.
  private mutating func takes(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  func problem(_ fact: JSONProblem.Fact) -> Problem { Problem(fact: fact, offset: position) }

  /// What is here does not belong here: one character of it is named, since more might be private text.
  private func unexpected() -> Problem {
    guard position < bytes.count else { return problem(.unexpectedEnd) }
    let rest = String(decoding: bytes[position...].prefix(64), as: UTF8.self)
    return problem(.unexpected(String(rest.prefix(1))))
  }
}
