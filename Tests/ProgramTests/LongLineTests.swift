import Documents
import TestSupport
import Testing

/// Answers that are long, strange, or typed while the window changes.
@Suite struct LongLines {
  /// Case 0 at the question for the behavior.
  private func atBehavior(
    _ practice: ScratchPractice, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws -> TypedConversation {
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(
      practice, typed, columns: columns, rows: rows, environment: environment)
    try conversation.answer(typed.lines.prefix(7))
    return conversation
  }

  /// What was kept as the behavior, once the session is left.
  private func behavior(_ conversation: TypedConversation) throws -> String? {
    try conversation.answer("/quit")
    conversation.terminal.send("n\r")
    #expect(try conversation.terminal.waitExit() == .code(0))
    return try conversation.practice.document(of: "SYN-MAPLE", on: "2026-02-02")["target"]?["behavior"]?.string
  }

  @Test(arguments: ["", "/quit "]) func `A paste of twenty kilobytes is one answer`(head: String) throws {
    let practice = try ScratchPractice()
    let conversation = try atBehavior(practice)
    let lines = (0..<400).map { "\($0) and then a long evening with the report until \($0)." }
    let text = String((head + lines.joined(separator: "\n")).prefix(20_479)) + "."
    #expect(text.utf8.count == 20_480)
    conversation.terminal.send("\u{1B}[200~\(text.replacing("\n", with: "\r"))\u{1B}[201~")
    try conversation.answer("")
    #expect(try behavior(conversation) == text)
  }

  @Test func `A line taller than the screen is kept whole`() throws {
    let practice = try ScratchPractice()
    let conversation = try atBehavior(practice, columns: 40, rows: 8)
    let text = (0..<60).map { "Minute \($0) at the desk." }.joined(separator: " ")
    try conversation.answer(text)
    #expect(try behavior(conversation) == text)
  }

  @Test(arguments: [20, 40, 80]) func `A line is drawn whole, however narrow the screen`(columns: Int) throws {
    let practice = try ScratchPractice()
    let conversation = try atBehavior(practice, columns: columns)
    let text = try TypedCase("case0-chain").lines[7]
    conversation.terminal.send(text)
    conversation.wait { conversation.line(columns: columns) == text.filter { $0 != " " } }
    // In the middle, too: the words before it are taken out and put back.
    conversation.terminal.send("\u{01}\u{0B}")
    conversation.wait { conversation.line(columns: columns) == "" }
    conversation.terminal.send("\u{19}\u{01}Then ")
    conversation.wait { conversation.line(columns: columns) == "Then" + text.filter { $0 != " " } }
    try conversation.answer("")
    #expect(try behavior(conversation) == "Then " + text)
  }

  @Test func `A window that changes while a line is typed loses nothing of it`() throws {
    let practice = try ScratchPractice()
    let conversation = try atBehavior(practice)
    let text = "Ate nothing between a 2 pm sandwich and 10:30 pm on Thursday, then finished a bag of chips."
    for (index, word) in text.split(separator: " ").enumerated() {
      conversation.terminal.send(index == 0 ? String(word) : " \(word)")
      conversation.terminal.resize(columns: [80, 33, 120, 20][index % 4], rows: [24, 10, 40, 6][index % 4])
    }
    try conversation.answer("")
    #expect(try behavior(conversation) == text)
  }

  @Test func `Every language arrives whole whatever the locale`() throws {
    let practice = try ScratchPractice()
    let conversation = try atBehavior(practice, environment: ["LANG": "C"])
    let text = "Übergröße, naïve, 日本語 한국어 ไทย Ω 👩‍👧 „so“ … ½"
    try conversation.answer(text)
    #expect(try behavior(conversation) == text)
  }
}
