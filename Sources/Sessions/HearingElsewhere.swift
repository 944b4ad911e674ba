import Documents
import Exchange
import Interviews

/// Takes a session that was held elsewhere into the practice as a transcript, once it is known who is who.
package struct HearingElsewhere {
  private let world: World
  private let file: String

  package init(_ world: World, file: String) {
    self.world = world
    self.file = file
  }

  /// Who each label of the file is: as it was given, as it says by itself, or as it is answered, once. What is left open
  /// stays unknown; what is said to be no speaker is one no more.
  package func roles(
    of heard: inout HeardConversation, given: [String: HeardConversation.Role]?
  ) throws(VerbFailure) -> [String: HeardConversation.Role] {
    if let given {
      if let stranger = given.keys.sorted().first(where: { !heard.speakers.contains($0) }) {
        throw .usage(
          "Nobody in ‘\(file)’ is called ‘\(stranger)’.",
          hint: "Who speaks there: \(heard.speakers.joined(separator: ", ")).")
      }
    }
    var roles: [String: HeardConversation.Role] = [:]
    var open: [String] = []
    for name in heard.speakers {
      if let role = given?[name] ?? HeardConversation.role(of: name) { roles[name] = role } else { open.append(name) }
    }
    if open.isEmpty || given != nil { return roles }
    guard world.isAttended else {
      let turns = heard.turns.filter { open.contains($0.speaker ?? "") }
      let seen = open.map { name in "‘\(name)’ in line \(turns.first { $0.speaker == name }?.line ?? 0)" }
      throw .notHeard(file: file, .unknownSpeakers(seen))
    }
    for name in open {
      switch try ask(name, in: heard) {
      case .role(let role): roles[name] = role
      case .unknown: break
      case .isNoSpeaker: heard = heard.without(label: name)
      }
    }
    return roles
  }

  private enum Answer { case role(HeardConversation.Role), unknown, isNoSpeaker }

  private func ask(_ name: String, in heard: HeardConversation) throws(VerbFailure) -> Answer {
    let page = Page(world.output)
    let first = heard.turns.first { $0.speaker == name }?.text.split(separator: "\n").first.map(String.init) ?? ""
    page.say(.dim("“\(first)”"))
    while true {
      page.say("Who is ‘\(name)’?  t therapist · c client · o other · n nobody, it was said   Enter: not known")
      switch ShortAnswer(world).read() {
      case .text(""): return .unknown
      case .text(let text) where ["n", "no", "nobody"].contains(text.lowercased()): return .isNoSpeaker
      case .text(let text):
        if let role = HeardConversation.Role(spoken: text) { return .role(role) }
        page.say(.dim("‘\(text)’ was not understood here."))
      case .left, .ended, .hungUp: throw .interrupted
      }
    }
  }

  /// Saves it; what was said stands as it was said, each turn with the label of its speaker.
  package func save(
    _ heard: HeardConversation, _ roles: [String: HeardConversation.Role], of client: ClientCode, on day: CivilDate?,
    isSynthetic: Bool
  ) throws(VerbFailure) -> DocumentFile {
    let now = world.clock.now()
    let clinician = try Settings(from: world.store).clinician
    do throws(StoreProblem) {
      var members: JSON.Members = [
        "schema": "attune/transcript/1",
        "id": .string(try Session.newID(of: .transcript, on: now.date, in: world).text), "kind": "transcript",
        "synthetic": .bool(isSynthetic), "clientRef": .string(client.text), "therapistRef": .string(clinician ?? "T1"),
        "createdAt": .string(now.description), "updatedAt": .string(now.description),
        "sessionDate": .string((day ?? now.date).description), "mode": "inSession", "status": "complete",
        "recordClass": "psychotherapyNote", "origin": "imported",
      ]
      members["entries"] = .array(heard.turns.map { entry($0, roles) })
      return try DocumentKeeping(world.store).save(.object(members))
    } catch {
      throw .store(error)
    }
  }

  private func entry(_ turn: HeardConversation.Turn, _ roles: [String: HeardConversation.Role]) -> JSON {
    var members: JSON.Members = [:]
    members["at"] = turn.seconds.map { JSON($0) }
    let role = turn.speaker.flatMap { roles[$0] }
    members["voice"] = .string(role?.rawValue ?? "?")
    // A client is a code here, and the two need no names; who else spoke is told apart by the label.
    if role != .therapist, role != .client { members["speaker"] = turn.speaker.map { .string($0) } }
    members["answer"] = .string(turn.text)
    return .object(members)
  }
}

/// Why a session that was held elsewhere is not taken.
package enum HearingProblem: Error, Hashable, Sendable {
  case text(HeardConversation.Problem)
  /// Labels that are nobody's yet, each with the line where it is first seen.
  case unknownSpeakers([String])
}
