import Console
import Documents
import Forms
import Insights
import Interviews

/// How a conversation about how two people work together is begun (spec 6.4).
package enum Raising: Hashable, Sendable {
  /// By the therapist, in the room, in one go.
  case here
  /// By the therapist alone, to be held later.
  case prepared
  /// By the client, about the therapist's part.
  case byClient
}

extension Session {
  /// What a conversation begins with besides: the events of both sides since the last one, counted, and words to keep.
  static func addConversation(
    _ start: SessionStart, on day: CivilDate, _ documents: [JSON], to members: inout JSON.Members
  ) {
    let open = OpenEvents(documents, on: day)
    members["about"] = start.raising == .byClient ? "therapist" : "client"
    members["related"] = .array(open.related + (members["related"]?.array ?? []))
    members["count"] = open.counted
    members["agreementStep"] = open.agreementStep.map { JSON($0) }
    var offered: JSON.Members = ["invite": "What do you make of this, and what am I missing?"]
    if !open.ids.isEmpty { offered["events"] = .array(open.ids.map { .string($0) }) }
    offered["observe"] = Wording.observation(of: open).map { .string($0) }
    members["$offered"] = .object(offered)
    members["$counted"] = .array(Wording.counted(open).map { .string($0) })
    if start.raising == .prepared {
      members["mode"] = "therapistOnly"
      members["$alone"] = true
    } else {
      members["$held"] = true
    }
  }

  /// The conversation with a client that was prepared last and not held yet.
  package static func prepared(with client: String?, in world: World) throws(VerbFailure) -> JSON? {
    do throws(StoreProblem) {
      let practice = Practice(store: world.store)
      let clients = try practice.clients()
      let named = client.flatMap(ClientCode.init)
      for code in clients where named.map({ $0 == code }) ?? (client == nil && clients.count == 1) {
        let found = try practice.documents(of: code).last {
          $0["kind"] == "accountability" && Accountability($0).isPrepared
        }
        if let found { return found }
      }
      return nil
    } catch {
      throw .store(error)
    }
  }

  /// What holding it in the room changes of a prepared one: it is of that session.
  static func holding(
    _ document: JSON, number: Int?, _ documents: [JSON], on day: CivilDate
  ) -> JSON {
    let open = OpenEvents(documents, on: day)
    var tree = document
    tree.apply(.set("mode", "inSession"))
    tree.apply(.set("sessionDate", .string(day.description)))
    if let number { tree.apply(.set("sessionNumber", JSON(number))) }
    tree.apply(.set("$held", true))
    if let counted = open.counted { tree.apply(.set("count", counted)) }
    if let step = open.agreementStep { tree.apply(.set("agreementStep", JSON(step))) }
    // What was logged since it was prepared is talked about too.
    let kept = (tree["events"]?.array ?? []).compactMap(\.string)
    let before = Envelope(document).sessionDate ?? day
    let since = open.ids(after: before).filter { !kept.contains($0) }
    if !since.isEmpty { tree.apply(.set("events", .array((kept + since).map { .string($0) }))) }
    tree.apply(.set("$counted", .array(Wording.counted(open).map { .string($0) })))
    return tree
  }

  /// In the room what was prepared is said, not typed: my part and what makes sense, then the counts of both sides, what
  /// was seen and what it did, then the question. Where it is counted first, the counts alone.
  func sayOfConversation(at place: Place) {
    guard template.kind == .accountability, interview.state.doubts.isEmpty, place.line == 0, place.field == nil else {
      return
    }
    if place.question == "count" { sayCounts() }
    guard place.question == "answer", head.base != nil, interview.guide.isOpen(place),
      opened.insert("$said").inserted
    else { return }
    if let own = tree["impact"]?["ownPart"]?.string { sayPart("My part", own) }
    for validation in tree["validate"]?.array ?? [] {
      if let text = validation["text"]?.string { sayPart("What makes sense", text) }
    }
    sayCounts()
    if let seen = tree["observe"]?.string { sayPart("What was seen", seen) }
    for (key, label) in [
      ("onTherapy", "What it did to the work"), ("onGoals", "To your goals"), ("onTherapist", "To me"),
    ] {
      if let text = tree["impact"]?[key]?.string, !text.isEmpty { sayPart(label, text) }
    }
    if let question = tree["invite"]?.string { page.say(.strong(question)) }
    page.blank()
  }

  /// The events that this conversation raised, each to be told so where it stands.
  func raisedEvents() -> [JSON] {
    guard template.kind == .accountability, tree["$alone"] != true, let day = Envelope(tree).sessionDate else {
      return []
    }
    return (tree["events"]?.array ?? []).compactMap { event in
      guard let id = event.string.flatMap(DocumentID.init), isUnraised(id) else { return nil }
      let fields: JSON = ["addressedOn": .string(day.description), "addressedHow": "conversation"]
      return ["document": .string(id.text), "element": "", "fields": fields]
    }
  }

  private func isUnraised(_ id: DocumentID) -> Bool {
    do throws(StoreProblem) {
      guard let event = try world.store.load(id, includingPrivate: false) else { return false }
      let envelope = Envelope(event)
      return envelope.kind == .tibEvent && envelope.client == head.client && envelope.status != "void"
        && event["addressedOn"]?.isAbsent ?? true
    } catch {
      return false
    }
  }

  private func sayPart(_ label: String, _ text: String) { page.say(.dim("\(label)  ") + StyledLine(text), hang: 2) }

  private func sayCounts() {
    for line in (tree["$counted"]?.array ?? []).compactMap(\.string) { page.say(line, hang: 4) }
  }
}
