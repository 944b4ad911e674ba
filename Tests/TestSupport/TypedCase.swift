import Foundation

/// The lines that a practiced hand types for a fixture, with the command and its clock.
package struct TypedCase: Sendable {
  package private(set) var command: [String]
  package private(set) var now = ""
  package private(set) var lines: [String] = []

  /// The first call of a typed conversation.
  package init(_ name: String) throws {
    guard let first = try TypedCase.all(name).first else { throw CocoaError(.fileReadCorruptFile) }
    self = first
  }

  private init(command: [String]) { self.command = command }

  /// Every call of a typed conversation, in order.
  package static func all(_ name: String) throws -> [TypedCase] {
    var calls: [TypedCase] = []
    for line in try String(contentsOfFile: "\(Fixtures.tests)Typed/\(name).txt", encoding: .utf8).split(separator: "\n")
    {
      if line.hasPrefix("# $ attune ") {
        let words = line.dropFirst("# $ attune ".count).split(separator: " ")
        calls.append(TypedCase(command: words.map(String.init)))
      } else if line.hasPrefix("# now ") {
        calls[calls.count - 1].now = String(line.dropFirst("# now ".count).prefix { $0 != " " })
      } else if !line.hasPrefix("#") {
        calls[calls.count - 1].lines.append(line == "⏎" ? "" : String(line))
      }
    }
    return calls
  }
}
