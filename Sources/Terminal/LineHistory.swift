/// The lines entered since the program started, and the one being written among them. Never on disk.
package struct LineHistory {
  private var lines: [EditedText] = []
  /// Which earlier line is looked at; as many as there are means the one being written.
  private var place = 0
  private var draft = EditedText()

  package init() {}

  /// Takes in a line that was entered, unless it is empty or the same as the last.
  package mutating func enter(_ line: EditedText) {
    if !line.isEmpty, lines.last?.scalars != line.scalars { lines.append(line) }
    place = lines.count
  }

  /// Forgets which line was looked at.
  package mutating func startAnew() { place = lines.count }

  /// The line before the one shown, the cursor behind it. What was being written is kept until `later` comes back to it.
  package mutating func earlier(than shown: EditedText) -> EditedText? {
    guard place > 0 else { return nil }
    if place == lines.count { draft = shown }
    place -= 1
    return atEnd(lines[place])
  }

  package mutating func later() -> EditedText? {
    guard place < lines.count else { return nil }
    place += 1
    return place == lines.count ? draft : atEnd(lines[place])
  }

  private func atEnd(_ line: EditedText) -> EditedText {
    var line = line
    line.moveCursor(to: line.scalars.count)
    return line
  }
}
