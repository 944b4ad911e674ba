import Documents

/// A reflection as a page that its writer reads (spec 7). It lies beside the reflection, apart from the record, and no
/// page of the record holds a word of it.
package func reflectionMarkdown(_ document: JSON, crisisLine: String) -> String {
  let common = ChainPage(document, skills: { _ in nil })
  let reflection = ReflectionPage(answers: common.answers)
  var page = MarkdownPage()
  page.add(common.frontMatter(tags: ["reflection"]))
  page.add("# \(common.title("Reflection"))")
  page.add(common.banner)
  page.add("**Private.** The therapist's own, kept apart from the record and in no client copy.")
  for (title, content) in reflection.sections { page.section(title, content) }
  page.add("---")
  page.add(footer(crisisLine: crisisLine))
  return page.markdown
}

private struct ReflectionPage {
  let answers: Answer

  var sections: [(String, [String?])] {
    [
      ("Annoyance", annoyance), ("Whose is it", source), ("My part", ownPart), ("Balance", balance),
      ("Two harms", harms), ("Limits", limits), ("Parallel process, a hypothesis", parallel),
      ("Is it enough", undertreatment), ("Choice or severity", leaning), ("Next steps", steps),
      ("Level of care", care), ("The team's agreements", team),
    ]
  }

  private var annoyance: [String?] {
    let annoyance = answers["annoyance"]
    return [
      annoyance.state?.capitalizedFirst,
      MarkdownPage.list([
        choice("Annoyed", annoyance["present"]), fact("Just before it", annoyance["prompt"]),
        annoyance["intensity"].said.map { "**How strong:** \($0) of 100" }, fact("In the body", annoyance["body"]),
        choice("Wanted to", annoyance["urge"]), choice("Acted on it", annoyance["actedOn"]),
        fact("How it was settled", annoyance["regulated"]),
      ]),
    ]
  }

  private var source: [String?] {
    let source = answers["sourceCheck"]
    return [
      source.state?.capitalizedFirst,
      MarkdownPage.list([
        choice("It interferes with treatment", source["clientTib"]),
        choice("Others may feel it too", source["likelyAlsoOutside"]), choice("It is mine", source["mine"]),
        fact("Evidence", source["evidence"]), fact("Conclusion", source["conclusion"]),
        fact("What I could say, as mine", source["sayable"]),
      ]),
    ]
  }

  private var ownPart: [String?] {
    let part = answers["ownPart"]
    return [
      part.state?.capitalizedFirst, MarkdownPage.list(part["contributions"].items.map(\.saidAtLineStart)),
      MarkdownPage.list([
        fact("Sessions let go by", part["avoidedRaisingSessions"]), choice("What made it hard", part["barriers"]),
        fact("Confrontation where I grew up", part["history"]),
      ]),
    ]
  }

  private var balance: [String?] {
    let balance = answers["balance"]
    return [
      balance.state?.capitalizedFirst, balance["note"].saidAtLineStart,
      MarkdownPage.list([
        balance["attunement"].said.map { "**Attunement:** \($0) of 10" },
        balance["accountability"].said.map { "**Accountability:** \($0) of 10" },
      ]),
    ]
  }

  private var harms: [String?] {
    let harms = answers["harmCheck"]
    return [
      harms.state?.capitalizedFirst,
      MarkdownPage.list([fact("If I speak", harms["harmIfISpeak"]), fact("If I do not", harms["harmIfISilent"])]),
    ]
  }

  private var limits: [String?] {
    let limits = answers["limits"]
    return [
      limits.state?.capitalizedFirst,
      MarkdownPage.list([
        choice("Where they stand", limits["status"]), fact("Which", limits["which"]), fact("What I do", limits["plan"]),
      ]),
    ]
  }

  private var parallel: [String?] {
    let parallel = answers["parallel"]
    return [
      parallel.state?.capitalizedFirst, parallel["note"].saidAtLineStart,
      MarkdownPage.list([
        choice("Seen", parallel["seen"]), choice("With my supervisor too", parallel["withSupervisor"]),
      ]),
    ]
  }

  private var undertreatment: [String?] {
    let check = answers["undertreatment"]
    return [
      check.state?.capitalizedFirst,
      MarkdownPage.list([
        fact("Measure", check["measure"]), fact("First total", check["baselineScore"]),
        fact("Last total", check["lastScore"]), fact("On", check["lastMeasuredOn"]),
        fact("Sessions so far", check["sessionsSinceStart"]),
        choice("Outside my competence", check["outsideCompetence"]),
        choice("A protocol not offered", check["protocolNotOffered"]),
        choice("The client says it is not helping", check["clientSaysNotHelping"]),
        choice("Up when this was written", check["flags"]),
      ]),
    ]
  }

  private var leaning: [String?] {
    let leaning = answers["choiceSeverity"]
    return [
      leaning.state?.capitalizedFirst, leaning["note"].saidAtLineStart,
      MarkdownPage.list([choice("It leans to", leaning["leaning"])]),
      leaning.value == nil ? nil : "This sorts what was said. It does not measure severity or motivation.",
    ]
  }

  private var steps: [String?] {
    let steps = answers["nextSteps"].items.map { step -> String in
      let lead = [step["rung"].words, step["by"].said.map { "by \($0)" }, step["with"].said.map { "with \($0)" }]
      let head = lead.compactMap { $0 }.joinedIfAny(by: ", ").map { "**\($0):** " } ?? ""
      let done: String? = step["done"].value == true ? "**Done**" : nil
      return MarkdownPage.item(
        head + (step["text"].said ?? ""),
        below: [
          fact("What expertise is missing", step["expertise"]), fact("Credentials", step["credentials"]),
          fact("Fee", step["fee"]), fact("Consent or de-identification", step["consent"]),
          fact("Agreed", step["agreement"]), fact("What they get there", step["getsThere"]),
          fact("Options given in writing", step["optionsOffered"]), fact("The client's view", step["clientView"]),
          fact("Release of information", step["release"]), fact("Bridging plan", step["bridging"]),
          fact("Hand-over on", step["handoffOn"]), done, fact("Learned", step["learned"]),
          fact("Decided", step["decision"]),
        ])
    }
    return [answers["nextSteps"].state?.capitalizedFirst, MarkdownPage.list(steps)]
  }

  /// Headings and words alone: no anchors, no ratings, no sum.
  private var care: [String?] {
    let care = answers["levelOfCare"]
    let assessed = care["assessed"]
    let how = [assessed["tool"].said, assessed["level"].said, assessed["on"].said, assessed["rater"].said]
    return [
      care.state?.capitalizedFirst,
      MarkdownPage.list(Reflection.careHeadings.map { fact($0.heading, care[$0.member]) }),
      how.compactMap { $0 }.joinedIfAny(by: ", ").map { "Assessed elsewhere: \($0)" },
    ]
  }

  private var team: [String?] { [answers["consultAgreements"].words?.capitalizedFirst] }
}
