import Documents

/// What comes of a chain: other ways at named points, amends, promises on both sides, and what made sense.
extension ChainPage {
  var solutions: [String?] {
    let list = answers["solutions"]
    let chosen = list.items.filter { $0["chosen"].value?.bool == true }
    let others = list.items.filter { $0["chosen"].value?.bool != true }
    return [
      list.state?.capitalizedFirst,
      MarkdownPage.list(chosen.map { solution($0) }),
      others.isEmpty ? nil : "**Thought of, not chosen now:**",
      MarkdownPage.list(others.map { solution($0) }),
    ]
  }

  private func solution(_ solution: Answer) -> String {
    let practiced = solution["rehearsed"].value?.bool.map { $0 ? "practiced" : "not practiced yet" }
    let isChosen = solution["chosen"].value?.bool == true
    let head = line(
      [
        place(solution["ref"]), skill(solution["skill"]) ?? solution["kind"].words,
        solution["confidence"].said.map { "sure \($0)" },
        isChosen ? practiced : nil,
      ], solution["plan"])
    return MarkdownPage.item(
      head,
      below: [
        solution["expectedHelp"].said.map { "**Could help:** \($0) of 10" },
        fact("Practiced", solution["rehearsal"]), fact("Not now because", solution["notChosenBecause"]),
        fact("Note", solution["note"]),
        solution["medicalCautionRead"].value?.bool == true ? "The medical caution was read." : nil,
      ])
  }

  /// `at l9 (urge 80)`: the place that a plan or a validation is for, and what stands there.
  private func place(_ ref: Answer) -> String? {
    guard let id = ref.value?.string, let said = ref.said else { return ref.state }
    let item = ["links", "vulnerabilities", "consequences"].lazy
      .flatMap { answers[$0].items }
      .first { $0["id"].value?.string == id }
    let what: String? =
      if let item {
        [item["type"].words ?? item["category"].words, item["type"].value == nil ? nil : rating(item)]
          .compactMap { $0 }.joinedIfAny(by: item["belief"].value == nil ? " " : ", ")
          ?? (item["timing"].value == nil ? nil : "what followed")
      } else {
        answers["promptingEvent"]["id"].value?.string == id ? "what set it off" : nil
      }
    return "at \(said)" + (what.map { " (\($0))" } ?? "")
  }

  var repair: [String?] {
    let repair = answers["repair"]
    if repair.value == nil { return [repair.state?.capitalizedFirst] }
    let isIndicated = repair["indicated"].value?.bool
    let items = repair["items"].items.map { item in
      MarkdownPage.item(
        line([head(item, item["toWhom"].said.map { "to \($0)" }), item["status"].words], item["repair"]),
        below: [fact("Harm", item["harm"]), fact("And a bit more", item["overcorrection"])])
    }
    return [
      isIndicated == false ? "Nothing to repair." + (repair["reason"].said.map { " \($0)" } ?? "") : nil,
      isIndicated == false ? nil : repair["reason"].saidAtLineStart,
      repair["indicated"].state.map { "**Something to repair:** \($0)" },
      choice("Safe to be in touch", repair["safeToContact"]),
      repair["items"].state?.capitalizedFirst,
      MarkdownPage.list(items),
    ]
  }

  /// The therapist's first.
  var commitments: [String?] {
    promises(ofTherapist: answers["therapistCommitments"], ofClient: answers["commitments"])
  }

  func promises(ofTherapist therapist: Answer, ofClient client: Answer) -> [String?] {
    side("The therapist", therapist) + side("The client", client)
  }

  private func side(_ whose: String, _ list: Answer) -> [String?] {
    let items = list.items.map(commitment)
    guard !items.isEmpty else { return [list.state.map { "**\(whose):** \($0)" }] }
    return ["**\(whose)**", MarkdownPage.list(items)]
  }

  private func commitment(_ item: Answer) -> String {
    let barriers = item["troubleshooting"].items.map { trouble in
      [trouble["barrier"].said.map { "**If:** \($0)" }, trouble["plan"].said.map { "**Then:** \($0)" }]
        .compactMap { $0 }.joinedIfAny(by: " ")
    }
    return MarkdownPage.item(
      line([head(item), item["strength"].said.map { "sure \($0)" }, ChainPage.outcome(item)], item["text"]),
      below: [
        uses(item["solutionRefs"]), fact("How we will know", item["measure"]),
      ] + barriers + [
        item["troubleshooting"].state.map { "**What may get in the way:** \($0)" },
        fact("We look at it on", item["followUpOn"]), fact("Takes over", item["repeats"]),
        choice("Tried", item["tried"]),
        item["helped"].said.map { "**Helped:** \($0) of 10" }, fact("What became of it", item["outcomeNote"]),
      ])
  }

  /// The id, what else is to be said first, and the day.
  private func head(_ item: Answer, _ more: String? = nil) -> String {
    let day = item["by"].value == nil ? item["by"].state.map { "day \($0)" } : item["by"].said.map { "by \($0)" }
    return [item.id, more, day].compactMap { $0 }.joined(separator: " ")
  }

  /// The places whose plans a commitment is made of.
  private func uses(_ refs: Answer) -> String? {
    let ids = refs.items.compactMap { $0.value?.string }
    let places = answers["solutions"].items
      .filter { solution in ids.contains { $0 == solution["id"].value?.string } }
      .compactMap { $0["ref"].said }
    return places.joinedIfAny(by: ", ").map { "**Uses the plans at:** \($0)" }
  }

  /// Without the levels: they are the therapist's craft, not for the page.
  var validation: [String?] {
    let list = answers["validation"]
    return [
      list.state?.capitalizedFirst,
      MarkdownPage.list(list.items.map { line([$0["ref"].said.map { "at \($0)" }], $0["text"]) }),
    ]
  }

  var closing: [String?] {
    let summary = answers["summary"]
    return [
      summary["clientWords"].saidAtLineStart.map(MarkdownPage.quotation) ?? summary.state?.capitalizedFirst,
      fact("In one sentence", summary["story"]),
    ]
  }
}
