import Documents

/// A review of an agreement as a page that two people read together (spec 5.11): what was counted, the clauses of both
/// sides beside each other, what was decided and changed, and what comes next. `agreement` is the one that was reviewed,
/// for the words of its clauses; without it they go by their ids.
package func agreementReviewMarkdown(_ document: JSON, agreement: JSON?, crisisLine: String) -> String {
  let review = ReviewPageContent(document, agreement)
  var page = MarkdownPage()
  page.add(review.common.frontMatter(tags: ["agreement-review"]))
  page.add("# \(review.common.title("Agreement review"))")
  page.add(review.common.banner)
  page.add(review.standing)
  page.section("What was counted", review.counts)
  page.section("What each of us has kept", [review.columns])
  page.section("How it is going", review.measure)
  page.section("Is it enough", [review.levelOfCare])
  page.section("What is offered instead", [review.referral])
  page.section("What changes", [review.changes])
  page.section("Still in", review.recommitment)
  page.section("Signatures", [review.signatures])
  page.add("---")
  page.add(footer(crisisLine: crisisLine))
  return page.markdown
}

private struct ReviewPageContent {
  let common: ChainPage
  private let agreement: JSON?
  private var answers: Answer { common.answers }

  init(_ document: JSON, _ agreement: JSON?) {
    common = ChainPage(document, skills: { _ in nil })
    self.agreement = agreement
  }

  var standing: String {
    MarkdownPage.list([
      fact("Of", answers["agreementRef"]), fact("Version", answers["versionReviewed"]),
      fact("New version", answers["newVersion"]), fact("Next review", answers["nextReviewOn"]),
    ])
  }

  var counts: [String?] {
    let counts = answers["counts"]
    func number(_ key: String) -> String? { counts[key].said }
    let held = [number("sessionsHeld"), number("sessionsScheduled")].compactMap { $0 }
    func line(_ label: String, _ parts: [(String, String)]) -> String? {
      parts.compactMap { word, key in number(key).map { "\(word) \($0)" } }.joinedIfAny(by: ", ")
        .map { "**\(label):** \($0)" }
    }
    let list = MarkdownPage.list([
      held.count == 2 ? "**Sessions held:** \(held[0]) of \(held[1])" : nil,
      line("Therapist", [("began late", "therapistLate"), ("cancelled", "therapistCancelled")]),
      line("Client", [("late", "clientLate"), ("missed", "clientMissed")]),
      line("Practice", [("done", "practiceDone"), ("partly", "practicePartly"), ("not done", "practiceNotDone")]),
    ])
    return list.isEmpty ? [] : [list, "This describes what was written down."]
  }

  /// The therapist first, always; side by side, clause by clause.
  var columns: String? {
    let (mine, theirs) = (clauses("therapistAgreements", "ta"), clauses("clientAgreements", "ca"))
    guard !mine.isEmpty || !theirs.isEmpty else { return answers.state(of: "clauses") }
    let rows = (0..<max(mine.count, theirs.count)).map { row in
      "| \(row < mine.count ? mine[row] : "") | \(row < theirs.count ? theirs[row] : "") |"
    }
    return (["| Therapist | Client |", "| --- | --- |"] + rows).joined(separator: "\n")
  }

  /// A clause belongs to the side whose list holds it; without the agreement, its id says.
  private func clauses(_ list: String, _ prefix: String) -> [String] {
    let own = agreement?[list]?.array ?? []
    return answers["clauses"].items.compactMap { clause in
      let ref = clause["ref"].value?.string ?? ""
      let known = own.first { $0["id"]?.string == ref }
      guard
        known != nil
          || agreement?[Path([list == "clientAgreements" ? "therapistAgreements" : "clientAgreements", ref])] == nil
            && ref.hasPrefix(prefix)
      else { return nil }
      let id = "**\(MarkdownText(ref).inline(atLineStart: false))**"
      let text = known?["text"]?.string.map { MarkdownText($0).inline(atLineStart: false) }
      let kept = clause["kept"].words.map { "*\($0)*" }
      let note = clause["note"].inline
      let said = [kept, note].compactMap { $0 }.joinedIfAny(by: ": ")
      return [[id, text].compactMap { $0 }.joined(separator: " "), said].compactMap { $0 }.joined(separator: " ")
    }
  }

  var measure: [String?] {
    let measure = answers["measure"]
    var line: String?
    if measure["noneUsed"].value == true {
      line = "**Measure:** none used" + (measure["reason"].said.map { "; \($0)" } ?? "")
    } else if let name = measure["name"].said {
      let totals = [measure["baseline"].said, measure["now"].said].compactMap { $0 }.joined(separator: " → ")
      line = "**\(name):** \(totals)" + (measure["on"].said.map { ", \($0)" } ?? "")
    } else {
      line = measure.state.map { "**Measure:** \($0)" }
    }
    return [
      MarkdownPage.list([
        line, fact("What helped", answers["helped"]), fact("What gets in the way", answers["getsInTheWay"]),
      ])
    ]
  }

  var levelOfCare: String? {
    let care = answers["levelOfCare"]
    let list = MarkdownPage.list([
      fact("Criteria met", care["criteriaMet"]), choice("Decided", care["decision"]), fact("Why", care["note"]),
    ])
    return list.isEmpty ? care.state?.capitalizedFirst : list
  }

  var referral: String? {
    let referral = answers["referral"]
    return MarkdownPage.list([
      fact("Why", referral["reasons"]), fact("To choose from", referral["options"]),
      fact("What the client thinks of it", referral["clientView"]), fact("Until then", referral["bridge"]),
    ])
  }

  var changes: String? {
    let items = answers["amendments"].items.map { change -> String in
      let clause = change["clause"].value?.string.map {
        MarkdownText(Agreement.name(ofClause: $0)).inline(atLineStart: false)
      }
      let words = "from “\(change["from"].inline ?? "")” to “\(change["to"].inline ?? "")”"
      let why = [change["proposedBy"].words.map { "proposed by \($0)" }, change["why"].inline].compactMap { $0 }
      let head = [clause, change["effective"].inline].compactMap { $0 }.joined(separator: ", ")
      return "**\(head):** \(words); \(why.joined(separator: ": "))"
    }
    return items.isEmpty ? answers.state(of: "amendments") : MarkdownPage.list(items)
  }

  var recommitment: [String?] {
    let still = answers["recommitment"]
    return [
      still["clientWords"].said.map { MarkdownPage.quotation($0) },
      still["strength"].said.map { "Sure \($0) of 10." },
    ]
  }

  var signatures: String? {
    let items = answers["signatures"].items.map { signature -> String in
      let day = signature["at"].value?.string.flatMap { Moment($0) }.map { "\($0.date), \($0.time)" }
      let version = signature["version"].said.map { "version \($0)" }
      let facts = [signature["role"].words, day, signature["method"].words, version].compactMap { $0 }
      return "\(signature["name"].inline ?? "not named") (\(facts.joined(separator: ", ")))"
    }
    return items.isEmpty ? nil : MarkdownPage.list(items)
  }
}
