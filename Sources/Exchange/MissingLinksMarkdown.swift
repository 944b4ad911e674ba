import Documents

/// A missing-links analysis as a page that two people read together (spec 4): the therapist's part first, then the four
/// questions as far as they were asked, the plan where it stopped, and what was promised.
package func missingLinksMarkdown(
  _ document: JSON, crisisLine: String, skills: @escaping (String) -> String?
) -> String {
  let missing = MissingLinksPage(document, skills: skills)
  var page = MarkdownPage()
  page.add(missing.common.frontMatter(tags: ["missing-links"]))
  page.add("# \(missing.common.title("Missing links"))")
  page.add(missing.common.banner)
  page.section("What was expected", missing.expected)
  page.section("The therapist's part", missing.therapistSide)
  for (title, content) in missing.questions { page.section(title, content) }
  page.section("Commitments", missing.common.commitments)
  page.section("What made sense", missing.common.validation)
  page.add("---")
  page.add(footer(crisisLine: crisisLine))
  return page.markdown
}

private struct MissingLinksPage {
  let common: ChainPage
  private let answers: Answer
  private let analysis: MissingLinks

  init(_ document: JSON, skills: @escaping (String) -> String?) {
    common = ChainPage(document, skills: skills)
    answers = common.answers
    analysis = MissingLinks(document)
  }

  var expected: [String?] {
    let expected = answers["expected"]
    let done = [expected["timesDone"].said, expected["timesExpected"].said].compactMap { $0 }
    return [
      expected["behavior"].saidAtLineStart,
      MarkdownPage.list([
        done.count == 2 ? "**Done:** \(done[0]) of \(done[1])" : nil, fact("Not done", expected["missedInstance"]),
        fact("Agreed on", expected["agreedOn"]), choice("How", expected["agreedHow"]),
        choice("Whose idea", expected["requestedBy"]), fact("Due", expected["due"]),
        fact("How often", expected["recurrence"]),
      ]),
    ]
  }

  var therapistSide: [String?] {
    let side = answers["therapistSide"]
    return [
      side.value == nil ? side.state?.capitalizedFirst : nil,
      MarkdownPage.list([
        choice("Said why", side["rationaleGiven"]), choice("Started in the session", side["startedInSession"]),
        choice("Looked at last time", side["reviewedLastTime"]), choice("The right size", side["sizeRight"]),
      ]),
      side["note"].saidAtLineStart,
    ]
  }

  private static let titles = [
    "q1Knew": "Did you know what was needed, and by when?", "q2Willing": "At the time, were you willing to do it?",
    "q3Occurred": "Did the thought of doing it come up?", "q4Obstacle": "What got in the way of doing it right then?",
  ]

  /// Those that were asked; where it stopped, that is said.
  var questions: [(String, [String?])] {
    MissingLinks.questions.compactMap { _, member in
      let question = answers[member]
      guard question.value != nil || question.state != nil, question["answer"].value != "notReached" else { return nil }
      return (MissingLinksPage.titles[member] ?? "", content(question, stopsHere: analysis.stoppedMember == member))
    }
  }

  private func content(_ question: Answer, stopsHere: Bool) -> [String?] {
    let plan = question["plan"]
    let kind = common.skill(plan["skill"]) ?? plan["kind"].words
    return [
      question.value == nil ? question.state?.capitalizedFirst : nil,
      MarkdownPage.list([
        question["answer"].words.map { "**\($0.capitalizedFirst)**" }, fact("How we can tell", question["evidence"]),
        question["willingness"].said.map { "**Willing:** \($0) of 100" },
        fact("What got in the way", question["gotInTheWay"]),
        plan["text"].said.map { "**Plan\(kind.map { " (\($0))" } ?? ""):** \($0)" },
      ]),
      stopsHere
        ? analysis.goesOnPastNo
          ? "This one is solved, and it went on all the same." : "It stops here: this one is solved first." : nil,
    ]
  }
}
