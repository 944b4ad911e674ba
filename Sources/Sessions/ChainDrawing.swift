import Console
import Documents
import Forms

/// A chain as a drawing that two people can point at, in the order of time; each row has its plain twin in words.
struct ChainDrawing {
  enum Part: CaseIterable {
    case head, vulnerabilities, event, links, behavior, consequences, solutions, commitments

    init?(section: String) {
      switch section {
      case "vulnerabilities": self = .vulnerabilities
      case "promptingEvent": self = .event
      case "links": self = .links
      case "behavior": self = .behavior
      case "consequences": self = .consequences
      case "solutions": self = .solutions
      case "commitment": self = .commitments
      default: return nil
      }
    }
  }

  /// One row: what leads, the words, what trails; and the same said in words.
  struct Row {
    var lead = ""
    var text: StyledLine
    var trail = ""
    /// The words of a screen reader.
    var words: String

    /// Columns before the words; what follows their first line hangs under them.
    var hang: Int { displayWidth(lead) }

    /// What leads and what trails on one short line.
    var heading: String {
      let sign = lead.prefix(4)
      let rest = lead.dropFirst(4).split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      return trail.isEmpty ? "\(sign)\(rest)" : "\(sign)\(rest)  \(trail)"
    }

    func drawn(width: Int) -> StyledLine {
      guard !trail.isEmpty else { return .dim(lead) + text }
      let used = displayWidth(lead) + displayWidth(text.text)
      let gap = width - used - displayWidth(trail)
      return .dim(lead) + text + .dim(gap > 0 ? String(repeating: " ", count: gap) + trail : "  \(trail)")
    }
  }

  let tree: JSON
  let template: Template

  func parts(_ parts: [Part]) -> [Row] { parts.flatMap { rows($0) } }

  private func says(_ options: String, _ value: JSON?) -> String {
    value?.string.map { template.options[options]?.says($0) ?? $0 } ?? ""
  }

  private func elements(_ list: Path) -> [JSON] { tree[list]?.array ?? [] }

  private func title(_ text: String) -> Row { Row(text: .accent(text), words: text + ".") }

  private func rows(_ part: Part) -> [Row] {
    switch part {
    case .head: head
    case .vulnerabilities: section("What set the stage", elements("vulnerabilities").map(vulnerability))
    case .event: section("What set it off", event)
    case .links: section("Step by step", links)
    case .behavior: behavior
    case .consequences: section("What followed", elements("consequences").map(consequence))
    case .solutions:
      section("What to do", elements("solutions").filter { $0["chosen"] == true || !anyChosen }.map(solution))
    case .commitments: section("Commitments", commitments)
    }
  }

  private var anyChosen: Bool { elements("solutions").contains { $0["chosen"] == true } }

  private func section(_ name: String, _ rows: [Row]) -> [Row] { rows.isEmpty ? [] : [title(name)] + rows }

  private var head: [Row] {
    let client = tree["clientRef"]?.string ?? ""
    let day = tree["target"]?["startedAt"]?.string.flatMap { CivilDate($0.prefix(10)) }?.spoken
    let tier = tree["target"]?["tier"]?.string
    let tags = (tree["target"]?["tags"]?.array ?? []).compactMap(\.string)
    let parts = [client, day, ([tier].compactMap { $0 } + tags).joined(separator: ", ")].compactMap { $0 }.filter {
      !$0.isEmpty
    }
    return parts.isEmpty
      ? [] : [Row(text: StyledLine(parts.joined(separator: " · ")), words: parts.joined(separator: ", ") + ".")]
  }

  // MARK: Rows

  private func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - displayWidth(text)))
  }

  private func vulnerability(_ cause: JSON) -> Row {
    let id = cause["id"]?.string ?? ""
    let kind = says("vulnerability", cause["category"])
    let number = cause["strength"]?.int
    let text = cause["description"]?.string ?? ""
    let digits = number.map(String.init) ?? ""
    let lead =
      "    " + column(id, 4) + column(kind, 12) + String(repeating: " ", count: max(0, 3 - digits.count)) + digits
      + "  "
    return Row(
      lead: lead, text: .strong(text),
      words: "Vulnerability \(id.dropFirst()), \(kind): \(ended(text))\(number.map { " \($0) of 100." } ?? "")")
  }

  private var event: [Row] {
    guard let event = tree["promptingEvent"], let text = event["description"]?.string else { return [] }
    let time = event["at"]?.string.flatMap { Moment($0) }?.time.description ?? ""
    return [
      Row(
        lead: "    " + column("p1", 4) + column(time, 17), text: .strong(text),
        words: "What set it off\(time.isEmpty ? "" : ", \(time)"): \(ended(text))")
    ]
  }

  private var links: [Row] {
    let all = elements("links")
    var rows: [Row] = []
    var last: Int?
    for (index, link) in all.enumerated() {
      let minutes = link["at"]?.string.flatMap { TimeOfDay($0) }.map {
        $0.minutes + (link["dayOffset"]?.int ?? 0) * 1440
      }
      if let last, let minutes, minutes - last >= 30 {
        rows.append(
          Row(lead: " ·       ", text: .dim("\(minutes - last) minutes"), words: "\(minutes - last) minutes later."))
      }
      last = minutes ?? last
      rows.append(row(link, number: index + 1, of: all.count))
    }
    return rows
  }

  private func row(_ link: JSON, number: Int, of count: Int) -> Row {
    let id = link["id"]?.string ?? ""
    let isKey = link["key"] == true
    let type = says("linkType", link["type"])
    let time = link["at"]?.string ?? ""
    let text = link["text"]?.string ?? ""
    let scale = link["type"] == "thought" ? 100 : tree["scale"] == "0-5" ? 5 : 100
    let value = link["intensity"]?.int ?? link["belief"]?.int
    let rating = value.map { "\($0) \(bar($0, of: scale))" } ?? ""
    let key = isKey ? ", key" : ""
    return Row(
      lead: " \(isKey ? "●" : "○")  " + column(id, 4) + column(time, 7) + column(type, 11), text: .strong(text),
      trail: rating,
      words: "Link \(number) of \(count)\(time.isEmpty ? "" : ", \(time)"), \(type)\(key): \(ended(text))"
        + (value.map { " \($0) of \(scale)." } ?? ""))
  }

  /// Eight columns for the whole scale, in half blocks.
  private func bar(_ value: Int, of scale: Int) -> String {
    let halves = (value * 16 + scale / 2) / scale
    let blocks = String(repeating: "█", count: halves / 2) + (halves % 2 == 1 ? "▌" : "")
    return blocks + String(repeating: " ", count: 8 - (halves + 1) / 2)
  }

  private var behavior: [Row] {
    guard let text = tree["target"]?["behavior"]?.string else { return [] }
    let time = tree["target"]?["startedAt"]?.string.flatMap { Moment($0) }?.time.description ?? ""
    return [
      Row(
        lead: " ▼      " + column(time, 7) + column("behavior", 11), text: .strong(text),
        words: "The behavior\(time.isEmpty ? "" : ", \(time)"): \(ended(text))")
    ]
  }

  private func consequence(_ consequence: JSON) -> Row {
    let id = consequence["id"]?.string ?? ""
    let sign =
      switch consequence["valence"]?.string {
      case "wanted": "+"
      case "unwanted": "−"
      case "mixed": "±"
      default: " "
      }
    let when = [says("timing", consequence["timing"]), says("location", consequence["location"])].filter { !$0.isEmpty }
    let effect = says("effect", consequence["effect"])
    let text = consequence["text"]?.string ?? ""
    let label = when.joined(separator: ", ")
    return Row(
      lead: " \(sign)  " + column(id, 4) + column(label, 22), text: .strong(text),
      trail: effect == "unclear" ? "" : effect,
      words:
        "Consequence \(id.dropFirst()), \(says("valence", consequence["valence"])), \(label): \(ended(text)) \(effect.isEmpty ? "" : "\(effect.firstUppercased).")"
    )
  }

  private func solution(_ solution: JSON) -> Row {
    let id = solution["id"]?.string ?? ""
    let ref = solution["ref"]?.string ?? ""
    let text = solution["plan"]?.string ?? ""
    let numbers = [("helps", solution["expectedHelp"]?.int), ("sure", solution["confidence"]?.int)]
      .compactMap { name, value in value.map { "\(name) \($0)" } }.joined(separator: ", ")
    return Row(
      lead: "    " + column(id, 4) + column("at \(ref)", 7), text: .strong(text), trail: numbers,
      words: "Solution \(id.dropFirst()), at \(ref): \(ended(text)) \(numbers)")
  }

  private var commitments: [Row] {
    (elements("therapistCommitments").map { ("me", $0) } + elements("commitments").map { ("you", $0) }).map {
      side, promise in
      let id = promise["id"]?.string ?? ""
      let by = promise["by"]?.string.flatMap { CivilDate($0) }?.short ?? ""
      let text = promise["text"]?.string ?? ""
      return Row(
        lead: "    " + column(id, 5) + column(side, 5), text: .strong(text), trail: by.isEmpty ? "" : "by \(by)",
        words: "\(side == "me" ? "My" : "Your") commitment: \(ended(text))\(by.isEmpty ? "" : " By \(by).")")
    }
  }

  private func ended(_ text: String) -> String {
    guard let last = text.last else { return "" }
    return ".!?".contains(last) || "'’\"”".contains(last) ? text : text + "."
  }
}
