/// A page of Markdown, put together of blocks with a blank line between them.
struct MarkdownPage {
  private var blocks: [String] = []

  var markdown: String { blocks.joined(separator: "\n\n") + "\n" }

  mutating func add(_ block: String?) {
    if let block, !block.isEmpty { blocks.append(block) }
  }

  /// A section, or nothing when it has no blocks.
  mutating func section(_ title: String, level: Int = 2, _ content: [String?]) {
    let content = content.compactMap { $0 }.filter { !$0.isEmpty }
    guard !content.isEmpty else { return }
    add("\(String(repeating: "#", count: level)) \(title)")
    blocks += content
  }

  static func list(_ items: [String?]) -> String {
    items.compactMap { $0 }.map { item("- ", $0) }.joined(separator: "\n")
  }

  static func numbered(_ items: [String]) -> String {
    items.enumerated().map { item("\($0 + 1). ", $1) }.joined(separator: "\n")
  }

  /// A list's item with a list of its own under it.
  static func item(_ text: String, below: [String?]) -> String {
    let list = list(below)
    return list.isEmpty ? text : "\(text)\n\(list)"
  }

  static func quotation(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }
      .joined(separator: "\n")
  }

  private static func item(_ mark: String, _ text: String) -> String {
    let indent = String(repeating: " ", count: mark.count)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated()
      .map { $0 == 0 ? "\(mark)\($1)" : $1.isEmpty ? "" : "\(indent)\($1)" }
      .joined(separator: "\n")
  }
}
