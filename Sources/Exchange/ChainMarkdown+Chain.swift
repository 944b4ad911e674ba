import Documents

/// The chain itself, in the order in which it happened.
extension ChainPage {
  var vulnerabilities: [String?] {
    let list = answers["vulnerabilities"]
    let items = list.items.map { item in
      let changeable: String? =
        switch item["changeable"].value?.string {
        case "yes": "can be changed"
        case "partly": "can partly be changed"
        case "no": "cannot be changed"
        default: item["changeable"].words
        }
      let head = [item.id, item["category"].words].compactMap { $0 }.joined(separator: " ")
      let strength = item["strength"].said.map { "strength \($0)" }
      return line([head, changeable, strength], item["description"])
    }
    return [list.state?.capitalizedFirst, MarkdownPage.list(items)]
  }

  var promptingEvent: [String?] {
    let event = answers["promptingEvent"]
    let isInside = event["external"].value?.bool == false
    return [
      event["description"].saidAtLineStart ?? event.state?.capitalizedFirst,
      MarkdownPage.list([
        Days.moment(event, "at").map { "**When:** \($0)" },
        fact("Where", event["place"]),
        isInside ? "**It began inside:** \(event["internalCue"].said ?? "yes")" : nil,
        isInside && event["askedOutside"].value?.bool == true
          ? "What was around was asked about; nothing was found." : nil,
        event["external"].state.map { "**It began around:** \($0)" },
        fact("Why that day", event["whyThatDay"]),
        fact("Just before", event["stateJustBefore"]),
        fact("The time between", event["delayNote"]),
        choice("Kind", event["tags"]),
      ]),
    ]
  }

  var links: [String?] {
    let list = answers["links"]
    let items = list.items.enumerated().map { link($1, at: $0 + 1) }
    // A kind of link that was looked for and not found is a state of a place that is no list's element.
    let lookedFor = ["action", "body", "thought", "event", "emotion", "urge"].compactMap { kind in
      list[kind].state.map { "**\(Words.said(kind).capitalizedFirst):** \($0)" }
    }
    let scale = scaleEnd == 100 || items.isEmpty ? nil : "Feelings and urges are rated 0 to \(scaleEnd)."
    return [list.state?.capitalizedFirst, scale, MarkdownPage.numbered(items), MarkdownPage.list(lookedFor)]
  }

  private func link(_ link: Answer, at number: Int) -> String {
    let time = [day(link["dayOffset"].value?.int), link["at"].value == nil ? nil : link["at"].said]
      .compactMap { $0 }.joinedIfAny(by: " ")
    let kind = [time, link["type"].words].compactMap { $0 }.joined(separator: " ")
    var head = [kind, family(link), link["layer"].words, rating(link)].compactMap { $0 }
    if let state = link["at"].state { head.append("time \(state)") }
    if link["key"].value?.bool == true { head.append("key") }
    // The number in the list is the id, but for links that were moved.
    if let id = link.id, id != "l\(number)" { head.append(id) }
    let bold = "**\(head.joined(separator: ", "))**"
    return MarkdownPage.item(
      link["text"].said.map { "\(bold) \($0)" } ?? bold,
      below: [tried(link["tried"]), fact("Note", link["note"])])
  }

  private func day(_ offset: Int?) -> String? {
    switch offset {
    case nil, 0: nil
    case -1: "the day before,"
    case 1: "the next day,"
    case .some(let days): days < 0 ? "\(-days) days before," : "\(days) days later,"
    }
  }

  /// The family of a feeling, where the client's own word does not say it.
  private func family(_ link: Answer) -> String? {
    guard let family = link["emotion"].value?.string, family != "other" else { return link["emotion"].state }
    let isSaid = link["text"].value?.string?.lowercased().contains(family.lowercased()) ?? false
    return isSaid ? nil : Words.said(family)
  }

  func rating(_ link: Answer) -> String? {
    if let number = link["intensity"].said { return link["intensity"].value == nil ? "strength \(number)" : number }
    return link["belief"].said.map { "belief \($0)" }
  }

  private func tried(_ tried: Answer) -> String? {
    guard let what = skill(tried["skill"]) ?? tried["text"].said else { return nil }
    return "**Tried then:** \(what)" + (tried["helped"].said.map { ", helped \($0) of 10" } ?? "")
  }

  var behavior: [String?] {
    let target = answers["target"]
    let outcome: String? =
      switch target["outcome"].value?.string {
      case "occurred", nil: target["outcome"].state
      case "urgeResisted": "the urge came and was resisted"
      case "partly": "in part"
      default: target["outcome"].words
      }
    return [
      target["behavior"].saidAtLineStart ?? target.state?.capitalizedFirst,
      MarkdownPage.list([
        outcome.map { "**It happened:** \($0)" },
        fact("Who was there", target["peoplePresent"]),
        amount(target["amount"]).map { "**How much:** \($0)" },
        target["durationMinutes"].said.map { "**How long:** \($0) minutes" },
        target["intensity"].said.map { "**How strong:** \($0) of \(scaleEnd)" },
        fact("Times in the last four weeks", target["timesLast4Weeks"]),
        fact("Why this time", target["whyThisEpisode"]),
        fact("What worked against the urge", target["whatWorked"]),
      ]),
    ] + alsoHappened(target["alsoHappened"])
  }

  private func amount(_ amount: Answer) -> String? {
    guard let value = amount["value"].said else { return amount["text"].said ?? amount.state }
    return [value, amount["unit"].said].compactMap { $0 }.joined(separator: " ")
  }

  private func alsoHappened(_ list: Answer) -> [String?] {
    let items = list.items.map { line([$0["tier"].words], $0["text"]) }
    return items.isEmpty
      ? [list.state.map { "**Also happened:** \($0)" }] : ["**Also happened:**", MarkdownPage.list(items)]
  }

  var consequences: [String?] {
    let list = answers["consequences"]
    let items = list.items.map { item in
      let mechanism = item["mechanism"].value?.string == "none" ? nil : item["mechanism"].words
      let what = [item["valence"].words, mechanism].compactMap { $0 }.joinedIfAny(by: ", ")
      let head = line([item["timing"].words, item["location"].words, item["effect"].words], item["text"])
      return MarkdownPage.item(
        head,
        below: [[what?.capitalizedFirst, fact("Harm to", item["harmTo"])].compactMap { $0 }.joinedIfAny(by: ". ")])
    }
    return [list.state?.capitalizedFirst, MarkdownPage.list(items)]
  }

  var function: [String?] {
    let function = answers["function"]
    return [
      function["hypothesis"].saidAtLineStart ?? function.state?.capitalizedFirst,
      MarkdownPage.list([
        function["confidence"].said.map { "**How sure:** \($0) of 100" },
        choice("The client agrees", function["clientAgrees"]),
      ]),
    ]
  }
}

/// A list's line: what is chosen, a colon, what was typed.
func line(_ head: [String?], _ text: Answer) -> String {
  let head = head.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  guard !head.isEmpty else { return text.saidAtLineStart ?? "" }
  return text.said.map { "\(head): \($0)" } ?? head
}
