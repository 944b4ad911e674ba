import Checks
import Console
import Documents
import Exchange
import Forms
import Interviews

extension Session {
  /// What is offered whole, line by line with the numbers that name them.
  func sayOffer(at place: Place, _ question: Question) {
    if let lines = interview.guide.offeredLines(at: place) {
      if lines.count == 1, question.manner == .line { return page.say(.strong("“\(lines[0])”"), hang: 1) }
      for (index, line) in lines.enumerated() {
        page.say(.dim("\(index + 1)  ") + StyledLine(line), indent: 4, hang: 3)
      }
    }
    guard case .list(let list, _, _) = question.manner, place.element == nil, place.line == 0,
      tree.ids(in: list).isEmpty
    else { return }
    for (index, preset) in interview.guide.presets(of: question).enumerated() {
      page.say(
        .dim("\(index + 1)  ") + StyledLine(preset.line) + .dim("   \(preset.says)"), indent: 4, hang: 3)
    }
  }

  /// Before a name is asked for, the text is shown whole; where it was not changed since, once.
  func sayTextToSign(at place: Place?) {
    guard interview.asksToSign(at: place) else { return }
    let agreement = textToSign
    let text = agreementText(agreement)
    guard textShown != text else { return }
    textShown = text
    if let lang = tree["lang"]?.string, !lang.hasPrefix("en") { page.say(.dim(Wording.notLookedAt(in: lang))) }
    AgreementPage(world.output).sayTerms(of: agreement)
    AgreementPage(world.output).sayHistory(of: agreement)
    page.blank()
  }

  /// The agreement that a name is asked for under: the document itself, or the version that a review makes.
  private var textToSign: JSON { AgreementReview(tree).nextVersion ?? tree }

  /// A pipe cannot sign: the place is gone past, and that is said.
  func passSignaturesOnPipes() {
    while !world.lines.isInteractive, interview.asksToSign(at: interview.state.cursor) {
      if !saidPipe {
        page.say(.dim("Names are given at a terminal: attune agree sign \(textToSign["id"]?.string ?? "")"))
      }
      saidPipe = true
      let before = interview.state.cursor
      handle(interview.answer("", in: surroundings))
      if interview.state.cursor == before { return }
    }
  }

  /// Why no name can be given now, where there is something to be settled first.
  func refusesSignature() -> Bool {
    guard interview.state.doubts.isEmpty, interview.asksToSign(at: interview.state.cursor) else { return false }
    let stops = stopFindings
    let open = openPlaces.filter { !interview.asksToSign(at: $0) }
    let owesCare = AgreementReview(tree).owesLevelOfCare
    guard !stops.isEmpty || !open.isEmpty || owesCare else { return false }
    page.say("Before a name stands under it:")
    for finding in stops {
      page.say(StyledLine("\(finding.check)  \(finding.message)") + .dim("  \(finding.path)"), hang: 5)
    }
    if owesCare { page.say(.dim("A criterion is met, and nothing is decided yet.  /jump levelOfCare")) }
    let titles = open.compactMap { template.section(of: $0.question)?.title }
    if let first = titles.first { page.say(.dim("Still open: \(first).  /jump \(open[0].question)")) }
    if let first = stops.first { page.say(.dim("/dismiss \(first.check) and why, or change it")) }
    return true
  }

  /// What must be settled or dismissed with a reason before a document is complete (spec 13.2).
  var stopFindings: [Finding] {
    let next = template.kind == .agreementReview ? AgreementReview(tree).nextVersion : nil
    return [tree, next].compactMap { $0 }.flatMap { tree in
      Checks.findings(in: Checked(tree, wording: interview.catalog.wording, catalog: interview.catalog))
    }.filter {
      // The safety section is said in words of its own.
      $0.severity == .stop && $0.check != "Q24"
    }
  }

  /// What was changed after a name was given takes the name away; that is said.
  func sayNamesLost(_ outcome: Outcome) {
    let lost = outcome.events.contains { event in
      ![.undone, .redone].contains(event.what)
        && event.changes.contains {
          if case .remove(let path) = $0 { path.steps.first == Interview.signed.last } else { false }
        }
    }
    guard lost, !interview.isHalfSigned else { return }
    page.say("The text is another now, so no name stands under it any more. Both sign again.  /jump signing")
  }
}
