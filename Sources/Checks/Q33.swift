import Documents
import Forms

/// A conversation has all its parts: what was seen, what makes sense, what it did, a question, both sides, a way back.
enum Q33: Check {
  static let id = "Q33"

  static func findings(in document: Checked) -> [Finding] {
    let isAboutTherapist = Accountability(document.tree).isAboutTherapist
    var findings: [Finding] = []
    func look(_ path: Path, _ isMissing: Bool, _ message: String) {
      if isMissing, !document.isAnsweredWithState(path) { findings.append(fix(path, message)) }
    }
    let observe = document.text("observe")
    let listed = observe.map { listedWords($0, document) } ?? []
    if let word = listed.first {
      findings.append(fix("observe", "‘\(word)’: what would a camera show? Dates and numbers."))
    } else {
      look("observe", !(observe?.contains(where: \.isNumber) ?? false), "What happened has no date and no number yet.")
    }
    look(
      "validate", !document.elements("validate").contains { ($0["level"]?.int ?? 0) >= 4 },
      "What makes sense about it, given history (4) or right now (5)?")
    look("impact.onTherapy", document.text("impact.onTherapy") == nil, "What did it do to the work?")
    look("impact.ownPart", document.text("impact.ownPart") == nil, "What is the therapist's own part?")
    look(
      "invite", !(document.text("invite")?.trimmed.hasSuffix("?") ?? false),
      "The invitation is no question yet. One open question, then wait.")
    look(
      "agree.client", document.elements("agree.client").isEmpty && !isAboutTherapist,
      "What is the client willing to do?")
    look("agree.therapist", document.elements("agree.therapist").isEmpty, "All of this is on the client. What is mine?")
    look("agree.returnPath", document.text("agree.returnPath") == nil, "There is no way back yet.")
    look("close.followUpOn", document.day("close.followUpOn") == nil, "When will we look at this again?")
    return findings
  }

  private static func listedWords(_ text: String, _ document: Checked) -> [String] {
    guard document.isEnglish else { return [] }
    let lists: [WordingLists.List] = [.vague, .judgmental, .generalizing]
    return lists.flatMap { document.wording.matches($0, in: text) }
  }
}
