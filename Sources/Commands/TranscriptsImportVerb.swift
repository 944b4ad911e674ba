import ArgumentParser
import Console
import Documents
import Exchange
import Sessions

/// `attune transcripts import`: a session that was held elsewhere, from a text or from WebVTT.
struct TranscriptsImportVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in a session held elsewhere: text with speakers, or WebVTT.",
    discussion: """
      Lines begin with T: and C:, Therapist: and Client:, or names; [00:01:23] may stand before them. Who is who is \
      asked once; for programs, --speakers says it.
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The file, in UTF-8, or UTF-16 with a byte-order mark.", valueName: "file"))
  var file: String
  @ArgumentParser.Option(help: ArgumentHelp("The client's code, never a name.", valueName: "code"))
  var client: String
  @ArgumentParser.Option(help: ArgumentHelp("Who is who: T, C or O for others.", valueName: "name=T,name=C"))
  var speakers: String?
  @ArgumentParser.Option(help: ArgumentHelp("The day on which it was held.", valueName: "date"))
  var date: String?
  @Flag(help: "A demonstration; the transcript says so.")
  var synthetic = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    guard let code = try Session.askForClient(client, includingPrivate: true, in: world) else { return 0 }
    let given = try speakers.map { (text) throws(VerbFailure) in try whoIsWho(text) }
    let day = try namedDay(date, in: world)
    if let day, day > world.clock.now().date {
      throw .usage("‘\(day)’ is still to come.", hint: "--date is the day on which it was held.")
    }
    let bytes: [UInt8]
    do throws(StoreProblem) { bytes = try world.readFile(file) } catch { throw .store(error) }
    var heard: HeardConversation
    do throws(HeardConversation.Problem) { heard = try HeardConversation(reading: bytes) } catch {
      throw .notHeard(file: file, .text(error))
    }
    let hearing = HearingElsewhere(world, file: file)
    let roles = try hearing.roles(of: &heard, given: given)
    let saved = try hearing.save(heard, roles, of: code, on: day, isSynthetic: synthetic)
    let unknown = heard.turns.count { $0.speaker.flatMap { roles[$0] } == nil }
    world.output.put(saved.path + "\n")
    let whose = unknown == 0 ? "" : "; \(unknown) of nobody that is known, marked ‘?’"
    world.output.complain(
      "\(heard.turns.count) turn\(heard.turns.count == 1 ? "" : "s")\(whose). Read it with: attune transcripts show \(saved.id)"
    )
    return 0
  }

  /// `Anna=T,Maple=C`.
  private func whoIsWho(_ text: String) throws(VerbFailure) -> [String: HeardConversation.Role] {
    var roles: [String: HeardConversation.Role] = [:]
    for pair in text.split(separator: ",") {
      guard let equals = pair.lastIndex(of: "="),
        let role = HeardConversation.Role(spoken: String(pair[pair.index(after: equals)...]).trimmed),
        case let name = String(pair[..<equals]).trimmed, !name.isEmpty
      else {
        throw .usage("‘\(pair)’ does not say who is who.", hint: "Write it so: --speakers 'Anna=T,Speaker 2=C'.")
      }
      if roles.updateValue(role, forKey: name) != nil {
        throw .usage("‘\(name)’ is named twice in --speakers.", hint: nil)
      }
    }
    return roles
  }
}
