import Documents

/// A chain analysis as a page that two people read together (spec 3.12).
///
/// What is absent is left out; an answer that is a state is said in words. The therapist's notes, dismissed findings,
/// whose voice an answer was and what is to be looked at again are not on it. `skills` gives the name of a skill by its id.
package func chainMarkdown(_ document: JSON, crisisLine: String, skills: @escaping (String) -> String?) -> String {
  let chain = ChainPage(document, skills: skills)
  var page = MarkdownPage()
  let tags = document["target"]?["tags"]?.array?.compactMap(\.string) ?? []
  page.add(chain.frontMatter(tags: ["chain"] + tags.filter { $0 != "other" }))
  page.add("# \(chain.title("Chain analysis"))")
  page.add(chain.banner)
  page.add("Draft aid for a clinician's judgment. Not a risk assessment.")
  page.add(chain.summary)
  page.section("Opening", chain.opening)
  page.section("Safety check", chain.safety)
  page.section("The therapist's part", [chain.answers["therapistPart"].saidAtLineStart])
  page.section("What set the stage", chain.vulnerabilities)
  page.section("What set it off", chain.promptingEvent)
  page.section("Link by link", chain.links)
  page.section("The behavior", chain.behavior)
  page.section("What followed", chain.consequences)
  page.section("Our best guess", chain.function)
  page.section("What to do differently", chain.solutions)
  page.section("Making it right", chain.repair)
  page.section("Commitments", chain.commitments)
  page.section("What made sense", chain.validation)
  page.section("In the client's words", chain.closing)
  page.section("Further", chain.further)
  page.add("---")
  page.add(footer(crisisLine: crisisLine))
  return page.markdown
}

/// What stands under every page (spec 10).
package func footer(crisisLine: String) -> String {
  let line = MarkdownText(crisisLine).inline(atLineStart: false)
  return "Written by people, with a form. Not a risk assessment. Not an adherence rating. In danger now? "
    + (line.hasSuffix(".") || line.isEmpty ? line : "\(line).")
}

/// The parts of a chain's page.
struct ChainPage {
  let answers: Answer
  private let envelope: Envelope
  private let tree: JSON
  private let skills: (String) -> String?

  init(_ document: JSON, skills: @escaping (String) -> String?) {
    self.skills = skills
    tree = document
    answers = Answer(document)
    envelope = Envelope(document)
  }

  func frontMatter(tags: [String]) -> String {
    var matter = FrontMatter()
    matter.add("schema", tree["schema"]?.string)
    matter.add("id", tree["id"]?.string)
    matter.add("kind", tree["kind"]?.string)
    matter.add("client", tree["clientRef"]?.string)
    matter.add("date", envelope.sessionDate)
    matter.add("status", envelope.status)
    matter.add("lang", tree["lang"]?.string ?? "en")
    matter.add("synthetic", envelope.isSynthetic)
    matter.add("tags", ["attune"] + tags)
    return matter.markdown
  }

  func title(_ what: String) -> String {
    let whose = [answers["clientRef"].inline, answers["sessionDate"].inline].compactMap { $0 }.joined(separator: ", ")
    let session = envelope.sessionNumber.map { " (session \($0))" } ?? ""
    return what + (whose.isEmpty ? "" : ": \(whose)") + session
  }

  var banner: String? {
    var lines: [String] = []
    if envelope.isSynthetic { lines.append("**Synthetic: made up for practice. Nobody's real story.**") }
    switch envelope.status {
    case "draft": lines.append("**Not finished: a draft.**")
    case "void": lines.append("**Void: not to be used.**")
    default: break
    }
    return lines.joinedIfAny(by: "\n\n")
  }

  var summary: String {
    let target = answers["target"]
    return MarkdownPage.list([
      target["behavior"].inline.map { "**Behavior:** \($0)" },
      Days.span(target, from: "startedAt", to: "endedAt").map { "**When:** \($0)" },
      fact("Where", target["place"]),
      target["tier"].words.map { "**Tier:** \($0)" },
      related,
    ])
  }

  private var related: String? {
    let others = answers["related"].items.compactMap { item in
      item["id"].said.map { "\(item["rel"].words ?? "see") \($0)" }
    }
    return others.joinedIfAny(by: ", ").map { "**Related:** \($0)" }
  }

  /// A skill by its name; one that is not in the catalog by its id.
  func skill(_ answer: Answer) -> String? {
    guard let id = answer.value?.string else { return answer.state }
    return skills(id).map { MarkdownText($0).inline(atLineStart: false) } ?? Words.said(id)
  }

  /// What a rating is out of: that of feelings and urges goes by the document's scale.
  var scaleEnd: Int { tree["scale"]?.string == "0-5" ? 5 : 100 }
}

/// A label and what was answered, or nothing.
func fact(_ label: String, _ answer: Answer) -> String? { answer.said.map { "**\(label):** \($0)" } }

/// A label and the word that was chosen, or nothing.
func choice(_ label: String, _ answer: Answer) -> String? { answer.words.map { "**\(label):** \($0)" } }
