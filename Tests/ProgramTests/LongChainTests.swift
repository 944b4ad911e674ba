import Commands
import Console
import Documents
import Storage
import TestSupport
import Testing

/// A chain of 40 links, 20 plans and 12 consequences, typed at a screen of 80 and of 40 columns.
@Suite struct LongChains {
  static let lines: [String] = {
    let types = ["A", "B", "C", "E", "F", "U"]
    var lines = [
      "y 40 not", "y", "30", "n", "n", "n", "Asked; no safety concerns today.",
      "Ate nothing between a 2 pm sandwich and 10:30 pm on Thursday, then finished a bag of chips at the counter.",
      "Thu 18:30-22:30 kitchen at home; alone", "", "q other happened", "The evening she remembers best. 9", "y", "n",
      "Calendar alert at 6:30 pm: 'draft due 9 am'.", "18:30 at the desk, home office y", "The only evening like it.",
      "",
      "end", "", "stress: Two deadlines on the same Friday. 50 n", "",
    ]
    for number in 1...40 {
      let type = types[number % 6]
      let minute = 30 + number
      let time = "\(18 + minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
      lines.append(
        type == "F"
          ? "\(time) F Fear \(number % 10 * 5 + 20)"
          : type == "C"
            ? "\(time) C 'Thought number \(number)' 50"
            : "\(time) \(type) Walks on and counts, \(number) of that long evening" + (type == "U" ? " 60" : ""))
    }
    lines.append("2 11 39")
    for number in 1...6 { lines.append("+ Something good number \(number) that came soon after.") }
    lines.append("")
    for number in 7...9 { lines.append("- Something hard number \(number) on the next day.") }
    lines.append("")
    for number in 10...12 { lines.append("- Something that lasts, number \(number).") }
    lines += ["", "more 1 2 less 7", "1 relief", "7 self", "It turned the fear down for an hour. 70", "y"]
    for number in 1...20 { lines.append("l\(number * 2 - 1) stop: Stand up, put the coat on and go out \(number).") }
    return lines + [""]
  }()

  @Test(arguments: [80, 40]) func `A long chain stays within the screen, and all of it is shown`(columns: Int) throws {
    var program = try ScriptedProgram(on: MemoryDisk(), now: "2026-02-02T16:10:00-05:00")
    program.columns = columns
    let shown = program.run(
      ["chain", "--client", "SYN-MAPLE", "--synthetic"], LongChains.lines + ["/show", "/map", "/quit"]
    ).said
    for line in shown where !line.hasPrefix(">") { #expect(displayWidth(line) <= columns, "\(line)") }
    // Between two answers no more is said than a screen and a question hold, but where the whole chain was asked for.
    var rows = 0
    var isWhole = false
    for line in shown {
      if line.hasPrefix("> ") || line == ">" {
        // The links are all there where they are chosen from; the question stands last.
        #expect(rows <= 25 || isWhole || line == "> 2 11 39", "\(rows) rows before \(line)")
        rows = 0
        isWhole = ["> /show", "> /map"].contains(line)
      } else {
        rows += 1
      }
    }
    let drawing = try #require(shown.firstIndex(of: "> /show"))
    let end = try #require(shown.firstIndex(of: "> /map"))
    let text = shown[drawing..<end].joined(separator: "\n")
    for (prefix, count) in [("l", 40), ("s", 20), ("c", 12)] {
      for number in 1...count {
        let isThere = text.contains("\(prefix)\(number)")
        #expect(isThere, "\(prefix)\(number)")
      }
    }
  }
}
