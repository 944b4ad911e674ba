import Console
import Documents
import Forms
import Interviews

extension Session {
  /// Says what came of a line, each on a line of its own.
  func say(_ remarks: [Remark]) {
    for remark in remarks {
      switch remark {
      case .took(let id, let sayings): page.say(.dim(Wording.took(id, sayings)), hang: 3)
      case .marked(let groups): page.say(.dim(groups.joined(separator: " · ")), hang: 3)
      case .problem(let problem, let line): say(problem, line)
      case .say(let text): page.say(.dim(text))
      case .aside(let text): freshAsides.append(text)
      case .stop(let text): stop(text)
      case .crisis: showCrisis()
      case .nudge(let nudge): page.say(.dim(Wording.sentence(nudge)))
      case .did(let deed):
        page.say(.dim(Wording.sentence(deed, in: template)))
        if !changesPlace(deed) { asks = false }
      case .checkAgain(let paths): sayCheckAgain(paths)
      case .options: sayOptions()
      case .brings(let line):
        // Where a line cannot be edited it is said, to be typed anew.
        if page.isPlain { page.say(line, hang: 3) } else { initial = line }
        asks = false
      }
    }
  }

  /// Says why a line was not taken. A sentence comes back into the line to be changed; a short answer is sooner typed
  /// anew, and Up or `/edit` brings it.
  private func say(_ problem: AnswerProblem, _ line: String) {
    let isOtherName = problem == .isRequired && interview.asksToSign(at: interview.state.cursor)
    page.say(
      .dim(
        isOtherName
          ? "One name is no signature. /quit keeps it until the other is given; /undo takes it back."
          : Wording.sentence(problem)))
    let isEmpty = line.trimmed.isEmpty
    asks = isEmpty
    if isEmpty { showsShape = true }
    guard !isEmpty else { return }
    if line.count > 24 { initial = line } else { abandoned = line }
  }

  /// Whether the question is worth saying again after a deed.
  private func changesPlace(_ deed: Deed) -> Bool {
    switch deed {
    case .split, .merged, .undid, .redid, .skipped, .passedOver, .leftInDoubt, .inserts, .moved, .dropped, .risk,
      .voice, .form:
      true
    case .validated: !interview.state.doubts.isEmpty || interview.state.cursor != asked
    case .key, .rated, .dismissed, .markedNote, .markedPrivate: false
    case .nothingAskedIn, .nothingToUndo, .nothingToRedo, .nothingBefore, .nothingAfter, .nothingToEdit, .noSuchPlace,
      .noSuchElement,
      .cannotSkipHere, .cannotRate, .tooManyKeys, .noWordsToValidate, .needs, .onlyTheLast:
      false
    }
  }

  private func sayCheckAgain(_ paths: [Path]) {
    let names = paths.prefix(4).map { path -> String in
      if let list = template.lists.first(where: { $0.path == path.parent }), list.path.covers(path) { return path.last }
      return Wording.label(path.last)
    }
    let more = paths.count > 4 ? " and \(paths.count - 4) more" : ""
    page.say(.dim("Check again: \(names.joined(separator: ", "))\(more).  /map"))
  }

  /// `?`: the words that may be typed here, in full.
  private func sayOptions() {
    asks = false
    if let doubt = interview.state.doubts.first { return page.say(.dim(Wording.question(doubt))) }
    guard let place = interview.state.cursor, let ask = interview.guide.ask(at: place) else { return }
    if let shape = ask.shape { page.say(.dim(shape)) }
    let fields = interview.guide.field(at: place).map { [$0] } ?? ask.fields
    for field in fields {
      switch field.content {
      case .choice(let name), .choices(let name), .plan(let name):
        for (index, option) in (template.options[name]?.all ?? []).enumerated() {
          let key = option.letter ?? option.mark ?? ""
          page.say(.dim("\(index + 1)  \(option.says)\(key.isEmpty ? "" : "  (\(key))")"), indent: 4)
        }
      case .skill:
        page.say(.dim(interview.catalog.skills.map(\.name).joined(separator: " · ")), indent: 4)
      case .emotion, .ref:
        if let list = optionList(of: field) { page.say(.dim(list)) }
      case .text, .yesNo, .number, .scale, .card, .outOf, .span, .time, .hours, .notice, .momentOfDay, .linkTime, .due,
        .dayGone, .dayOrNo,
        .amount, .refs,
        .tried, .person, .things, .meeting, .rule, .ruleCount, .ends, .dayIfYes,
        .signature, .amendment, .measured, .lines:
        break
      case .step: break
      }
    }
  }

  // MARK: The end of the form

  /// The last prompt: what is open, what to check again, and how to close.
  func askAtEnd() {
    page.blank()
    page.say(page.isPlain ? StyledLine("The end of the form.") : .accent("The end · \(head.client)"))
    let open = openPlaces
    if !open.isEmpty {
      let sections = open.compactMap { template.section(of: $0.question) }
      let titles = sections.map(\.title).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      page.say(.dim("Still open: \(titles.joined(separator: ", ")).  /jump \(sections[0].id)"))
    }
    if ChainAnalysis(tree).safetyGateIsOpen {
      page.say(
        "The safety section is not finished. attune cannot judge safety; please finish it. Until then it is kept as a draft.  /jump safety"
      )
    }
    let blank = blankBeforeClosing
    if !blank.isEmpty { page.say(.dim("Before closing, still blank: \(Wording.list(blank)).  /jump nextContact")) }
    let again = (tree["checkAgain"]?.array ?? []).compactMap(\.string)
    if !again.isEmpty { sayCheckAgain(again.map { Path($0) }) }
    if interview.isHalfSigned {
      page.say("One name stands here and not the other. With both it is signed; until then nothing is.  /jump signing")
    }
    let stops = stopFindings
    for finding in stops {
      page.say(StyledLine("\(finding.check)  \(finding.message)") + .dim("  \(finding.path)"), hang: 5)
    }
    let isOpen = !open.isEmpty || !Closing(interview.state).isComplete || interview.isHalfSigned || !stops.isEmpty
    page.say(
      isOpen
        ? "Enter saves a draft and leaves; it can be gone on with." : "Enter closes and saves.   /show · /map · /back")
  }

  /// What should be settled before two people part on such a day, and is not (spec 9.4).
  private var blankBeforeClosing: [String] {
    guard tree["safetyGate"]?["required"] == true else { return [] }
    let wanted: [(Path, String)] = [
      ("orientation.arousalEnd", "distress now"), ("safetyGate.nextContact", "next contact"),
      ("safetyGate.planInHand", "the safety plan in hand"), ("safetyGate.whoKnows", "who knows"),
      ("safetyGate.tonight", "tonight"), ("safetyGate.consultPlanned", "consultation"),
      ("safetyGate.documentedElsewhere", "where it is documented"),
    ]
    return wanted.filter { !tree.isAnswered($0.0) }.map(\.1)
  }

  /// Required places without an answer or a state.
  var openPlaces: [Place] {
    let guide = interview.guide
    return guide.places().filter { guide.isOpen($0) && guide.isRequired($0) }
  }
}
