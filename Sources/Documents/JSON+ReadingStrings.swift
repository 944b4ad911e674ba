extension JSONReader {
  /// Reads a string from its opening quote to behind its closing one. The bytes are known to be valid UTF-8.
  mutating func string() throws(Problem) -> String {
    position += 1
    let start = position
    try skipPlain()
    if peek == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<position])
    while peek == UInt8(ascii: "\\") {
      try escape(into: &text)
      let plainStart = position
      try skipPlain()
      text += bytes[plainStart..<position]
    }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Goes on to the next quote or backslash.
  private mutating func skipPlain() throws(Problem) {
    while let byte = peek {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      if byte < 0x20 { throw problem(.controlCharacter) }
      position += 1
    }
    throw problem(.unexpectedEnd)
  }

  private mutating func escape(into text: inout [UInt8]) throws(Problem) {
    let start = position
    guard position + 1 < bytes.count else { throw Problem(fact: .unexpectedEnd, offset: bytes.count) }
    let kind = bytes[position + 1]
    position += 2
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(kind)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try scalar(from: start)).utf8
    default: throw Problem(fact: .badEscape, offset: start)
    }
  }

  /// The scalar that `\uXXXX`, or a pair of them, stands for; `start` is the place of the first backslash.
  private mutating func scalar(from start: Int) throws(Problem) -> Unicode.Scalar {
    let first = try codeUnit(of: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    let second = position
    guard first < 0xDC00, bytes[second...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
      throw Problem(fact: .loneSurrogate, offset: start)
    }
    position += 2
    let low = try codeUnit(of: second)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(first - 0xD800) << 10) + UInt32(low - 0xDC00))
    else { throw Problem(fact: .loneSurrogate, offset: start) }
    return scalar
  }

  private mutating func codeUnit(of start: Int) throws(Problem) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek else { throw problem(.unexpectedEnd) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw Problem(fact: .badEscape, offset: start)
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}
