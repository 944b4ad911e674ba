import Documents
import Forms
import Sessions
import Testing

/// What a person reads when something could not be done.
@Suite struct FailureWording {
  private static let table: [(failure: VerbFailure, text: String, code: Int32)] = [
    (
      .noDocument("chain-1", didYouMean: "chain-2"), "error: There is no ‘chain-1’.\nhint: Did you mean ‘chain-2’?", 66
    ),
    (
      .noDocument("nothing", didYouMean: nil),
      "error: There is no ‘nothing’.\nhint: See what there is with: attune list", 66
    ),
    (
      .badAnswers(file: "a.json", .doesNotFit(path: "links.1", .object)),
      "error: ‘a.json’ is not taken: at ‘links.1’ an object is wanted.\nhint: Nothing was written.", 65
    ),
    (
      .badAnswers(file: "a.json", .doesNotFit(path: "target.intensity", .int(0...5))),
      "error: ‘a.json’ is not taken: at ‘target.intensity’ a number from 0 to 5 is wanted.\nhint: Nothing was written.",
      65
    ),
    (
      .badAnswers(file: "a.json", .doesNotFit(path: "target.tags", .words(["alcohol", "other"], isOpen: true))),
      "error: ‘a.json’ is not taken: at ‘target.tags’ a list of alcohol, other, x-… is wanted.\n"
        + "hint: Nothing was written.", 65
    ),
    (
      .badAnswers(file: "a.json", .doesNotFit(path: "safetyGate.safetyPlanReviewed", .dateOrNo)),
      "error: ‘a.json’ is not taken: at ‘safetyGate.safetyPlanReviewed’ a date, yyyy-mm-dd, or \"no\" is wanted.\n"
        + "hint: Nothing was written.", 65
    ),
    (
      .notChecked(file: "a.json", .hasNoKind),
      "error: ‘a.json’ cannot be checked: it has no kind.\nhint: Nothing was changed.", 65
    ),
    (
      .fileExists("card.txt"), "error: ‘card.txt’ is there already.\nhint: Nothing was written; name another file.", 73
    ),
  ]

  @Test(arguments: table)
  func `A failure says what is so and what to do`(failure: VerbFailure, text: String, code: Int32) {
    #expect(Wording.text(failure) == text)
    #expect(failure.exitCode == code)
  }

  @Test func `A catalog is not read out whole`() {
    let words = BuiltIn.catalog().skills.map(\.id)
    let text = Wording.text(
      .badAnswers(file: "a.json", .doesNotFit(path: "solutions.s1.skill", .word(words, isOpen: true))))
    #expect(text.contains("mf.wiseMind, mf.observe,") && text.contains(", …, x-… is wanted."))
    #expect(text.count < 300)
  }
}
