/// A value as a manifest writes it.
indirect enum LiteralValue: Hashable {
  case string(String)
  case name(String)
  case list([LiteralValue])
  case call(String, [LiteralArgument])
}

struct LiteralArgument: Hashable {
  let label: String?
  let value: LiteralValue
}

extension [LiteralArgument] {
  func value(_ label: String) -> LiteralValue? { first { $0.label == label }?.value }
}

/// Reads the few forms of Swift that a manifest is made of.
struct ManifestReader {
  private enum Token: Hashable { case string(String), word(String), sign(Character) }

  private let tokens: [Token]
  private var at = 0

  init(_ text: String) {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let next = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { !$0.isNewline }
      } else if next == "\"" {
        let body = rest.dropFirst().prefix { $0 != "\"" }
        tokens.append(.string(String(body)))
        rest = rest.dropFirst(body.count + 2)
      } else if next.isLetter || next.isNumber || next == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        tokens.append(.word(String(word)))
        rest = rest.dropFirst(word.count)
      } else {
        if !next.isWhitespace { tokens.append(.sign(next)) }
        rest = rest.dropFirst()
      }
    }
    self.tokens = tokens
  }

  /// `let yams: Target.Dependency = .product(…)`, by name.
  mutating func products() throws(ManifestProblem) -> [String: LiteralValue] {
    var found: [String: LiteralValue] = [:]
    let type: [Token] = [.sign(":"), .word("Target"), .sign("."), .word("Dependency"), .sign("=")]
    for index in tokens.indices where tokens[index...].dropFirst(2).starts(with: type) {
      guard tokens[index] == .word("let"), case .word(let name) = tokens[index + 1] else { continue }
      at = index + 2 + type.count
      found[name] = try value()
    }
    return found
  }

  /// The arguments of `let package = Package(…)`.
  mutating func package() throws(ManifestProblem) -> [LiteralArgument] {
    let head: [Token] = [.word("let"), .word("package"), .sign("="), .word("Package")]
    guard let index = tokens.indices.first(where: { tokens[$0...].starts(with: head) }) else {
      throw .unexpected("no package")
    }
    at = index + head.count
    return try arguments()
  }

  private mutating func value() throws(ManifestProblem) -> LiteralValue {
    switch next() {
    case .string(let text): return .string(text)
    case .word(let name): return .name(name)
    case .sign("["):
      var values: [LiteralValue] = []
      while !takes("]") {
        values.append(try value())
        if !takes(","), peek != .sign("]") { throw .unexpected("\(String(describing: peek)) in a list") }
      }
      return .list(values)
    case .sign("."):
      guard case .word(let name) = next() else { throw .unexpected("a dot") }
      return .call(name, peek == .sign("(") ? try arguments() : [])
    case let token: throw .unexpected("\(String(describing: token))")
    }
  }

  private mutating func arguments() throws(ManifestProblem) -> [LiteralArgument] {
    guard takes("(") else { throw .unexpected("no arguments") }
    var arguments: [LiteralArgument] = []
    while !takes(")") {
      var label: String?
      if case .word(let name) = peek, tokens.indices.contains(at + 1), tokens[at + 1] == .sign(":") {
        label = name
        at += 2
      }
      arguments.append(LiteralArgument(label: label, value: try value()))
      if !takes(","), peek != .sign(")") { throw .unexpected("\(String(describing: peek)) in a call") }
    }
    return arguments
  }

  private var peek: Token? { tokens.indices.contains(at) ? tokens[at] : nil }

  private mutating func next() -> Token? {
    defer { at += 1 }
    return peek
  }

  private mutating func takes(_ sign: Character) -> Bool {
    guard peek == .sign(sign) else { return false }
    at += 1
    return true
  }
}
