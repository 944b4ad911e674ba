import Console
import Sessions
import Testing

/// What is made of the bytes that an editor leaves.
@Suite struct EditedAnswers {
  private static let before = "Ate nothing."

  @Test(
    arguments: [
      (Array("Ate nothing all day.\n".utf8), .text("Ate nothing all day.")),
      (Array("one\r\ntwo\r\n\r\n".utf8), .text("one\ntwo")), (Array("one\n\ntwo".utf8), .text("one\n\ntwo")),
      (Array("/quit\n".utf8), .text("/quit")), (Array("  one\n".utf8), .text("  one")),
      (Array("cafe\u{301}\n".utf8), .text("caf\u{E9}")), (Array("\u{FEFF}one\n".utf8), .text("one")),
      (Array("a\u{1B}[31mb\u{0}\tc".utf8), .text("a[31mb\tc")),
      (Array("Ate nothing.\n".utf8), .unchanged), (Array("Ate nothing.".utf8), .unchanged),
      (Array("Ate nothing.\n\n".utf8), .unchanged), (Array(" \n\t\n".utf8), .empty), ([], .empty), (nil, .empty),
      ([0x63, 0x61, 0x66, 0xE9, 0x0A], .isNotUTF8), ([0xFF, 0xFE, 0x41, 0x00], .isNotUTF8),
      ([UInt8](repeating: 0x61, count: EditedAnswer.limit + 1), .isTooLong),
    ] as [([UInt8]?, EditedAnswer)])
  func `What comes back is text as if it was pasted, or said not to be`(bytes: [UInt8]?, expected: EditedAnswer) {
    let found = EditedAnswer(bytes, before: Self.before)
    #expect(found == expected)
    if case .text(let text) = found, case .text(let wanted) = expected {
      #expect(Array(text.unicodeScalars) == Array(wanted.unicodeScalars))
    }
  }

  private static let gaveUp = EditorEnd.gaveUp(program: "vim", code: 1)
  private static let killed = EditorEnd.killed(program: "vim", signal: 9)
  private static let didNotRun = EditorEnd.didNotRun(.program("vim"))

  @Test(
    arguments: [
      (.text("a"), .done, true, .answers("a")), (.text("a"), .done, false, .answers("a")),
      (.text("a"), gaveUp, true, .comesBack("a")), (.text("a"), killed, true, .comesBack("a")),
      (.text("a"), gaveUp, false, .stays), (.text("a"), killed, false, .stays), (.text("a"), didNotRun, true, .stays),
      (.unchanged, .done, true, .isNothing), (.unchanged, killed, true, .isNothing),
      (.empty, gaveUp, false, .isNothing),
      (.isNotUTF8, .done, true, .stays), (.isNotUTF8, killed, false, .stays), (.isTooLong, .done, true, .stays),
    ] as [(EditedAnswer, EditorEnd, Bool, EditedAnswer.Step)])
  func `Only what an editor ended well with is an answer, and nothing that was written is lost`(
    answer: EditedAnswer, end: EditorEnd, canComeBack: Bool, step: EditedAnswer.Step
  ) {
    #expect(answer.step(after: end, canComeBack: canComeBack) == step)
  }
}
