import Foundation

/// The lines that a practiced hand types for a fixture, with the command and its clock.
package struct TypedCase: Sendable {
  package let command: [String]
  package let now: String
  package let lines: [String]

  package init(_ name: String) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Typed/\(name).txt")
    var command: [String] = []
    var now = ""
    var lines: [String] = []
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("# $ attune ") {
        command = line.dropFirst("# $ attune ".count).split(separator: " ").map(String.init)
      } else if line.hasPrefix("# now ") {
        now = String(line.dropFirst("# now ".count).prefix { $0 != " " })
      } else if !line.hasPrefix("#") {
        lines.append(line == "⏎" ? "" : String(line))
      }
    }
    self.command = command
    self.now = now
    self.lines = lines
  }
}
