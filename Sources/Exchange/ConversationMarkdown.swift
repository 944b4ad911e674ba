import Documents

/// An accountability conversation as a page that two people read together (spec 6.4): the therapist's part and what makes
/// sense first, then the counts of both sides, what was seen, what both agreed to, and the way back.
package func conversationMarkdown(_ document: JSON, crisisLine: String) -> String {
  let conversation = ConversationDocumentPage(document)
  var page = MarkdownPage()
  page.add(conversation.common.frontMatter(tags: ["accountability"]))
  page.add("# \(conversation.common.title("How we work together"))")
  page.add(conversation.common.banner)
  page.section("The therapist's part", [conversation.answers["impact"]["ownPart"].saidAtLineStart])
  page.section("What makes sense", conversation.validation)
  page.section("Counted", conversation.counts)
  page.section("What was seen", [conversation.answers["observe"].saidAtLineStart])
  page.section("What it did", conversation.impact)
  page.section("The question, and the answer", conversation.answer)
  page.section("What made it hard", conversation.barriers)
  page.section("Agreed", conversation.agreed)
  page.section("How it was", conversation.close)
  page.add("---")
  page.add(footer(crisisLine: crisisLine))
  return page.markdown
}

private struct ConversationDocumentPage {
  let common: ChainPage
  let answers: Answer
  private let conversation: Accountability

  init(_ document: JSON) {
    common = ChainPage(document, skills: { _ in nil })
    answers = common.answers
    conversation = Accountability(document)
  }

  var validation: [String?] {
    let list = answers["validate"]
    return [
      list.state?.capitalizedFirst,
      MarkdownPage.list(list.items.map { $0["text"].said }),
    ]
  }

  var counts: [String?] {
    let count = answers["count"]
    func number(_ who: String, _ answer: Answer, of threshold: String?) -> String? {
      answer.said.map { "**\(who):** \($0)\(threshold.map { " of \($0)" } ?? "")" }
    }
    return [
      MarkdownPage.list([
        number("The therapist", count["therapist"], of: nil),
        number("The client", count["client"], of: count["threshold"].said),
        fact("Rule", count["rule"]), fact("In so many sessions", count["windowSessions"]),
        choice("Where it stands", count["status"]), fact("Step of the agreement", answers["agreementStep"]),
        answers["events"].items.compactMap(\.said).joinedIfAny(by: ", ").map { "**Events:** \($0)" },
      ]),
      count["status"].value == "reached" ? "The agreed number has been reached; talk together." : nil,
    ]
  }

  var impact: [String?] {
    let impact = answers["impact"]
    return [
      MarkdownPage.list([
        fact("To the work", impact["onTherapy"]), fact("To the client's goals", impact["onGoals"]),
        fact("To the therapist", impact["onTherapist"]),
      ])
    ]
  }

  var answer: [String?] {
    [
      answers["invite"].saidAtLineStart,
      answers["clientResponse"].saidAtLineStart.map(MarkdownPage.quotation),
      MarkdownPage.list([
        choice("Elsewhere too", answers["elsewhere"]["answer"]), fact("Where", answers["elsewhere"]["text"]),
      ]),
    ]
  }

  var barriers: [String?] {
    let domains = answers["assessment"]
    let isSaid = !domains.items.isEmpty || answers["leaning"].value != nil
    return [
      domains.state?.capitalizedFirst,
      isSaid ? "This sorts what the two of you said. It does not measure severity or motivation." : nil,
      MarkdownPage.list(domains.items.map(domain)),
      MarkdownPage.list([choice("Leaning", answers["leaning"]), fact("In words", answers["leaningNote"])]),
    ]
  }

  private func domain(_ domain: Answer) -> String {
    MarkdownPage.item(
      [domain["domain"].words.map { "**\($0.capitalizedFirst)**" }, domain["rating"].said.map { "\($0) of 3" }]
        .compactMap { $0 }.joinedIfAny(by: ", ") ?? "",
      below: [fact("For", domain["evidenceFor"]), fact("Against", domain["evidenceAgainst"])])
  }

  var agreed: [String?] {
    let agree = answers["agree"]
    return common.promises(ofTherapist: agree["therapist"], ofClient: agree["client"]) + [
      agree["supports"].items.isEmpty ? nil : "**What makes it easier**",
      MarkdownPage.list(agree["supports"].items.map(\.said)),
      MarkdownPage.list([fact("If it is not kept", agree["ifNotKept"]), fact("The way back", agree["returnPath"])]),
    ]
  }

  var close: [String?] {
    let close = answers["close"]
    return [
      MarkdownPage.list([
        close["clientFeltHeard"].said.map { "**Felt heard:** \($0) of 10" },
        fact("In words", close["relationshipCheck"]),
        fact("We look at it on", close["followUpOn"]),
      ])
    ]
  }
}
