import ArgumentParser
import Console
import Documents
import Sessions

/// `attune doctor`: versions, folders, who can read what, what is in plain text, sessions left open.
struct DoctorVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "What is where, who can read it, and what was left open.")
  @OptionGroup var common: CommonOptions

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let page = Page(world.output)
    page.say("attune \(AttuneCommand.version)")
    page.say("Practice    \(world.store.place)", hang: 12)
    let rows = try DocumentList(world.store).rows(client: nil, includingPrivate: true)
    let shared = rows.filter { !$0.file.isPrivate }
    page.say("Documents   \(shared.count) of \(Set(shared.map(\.file.client)).count) clients, \(rows.count - shared.count) private", hang: 12)
    for row in rows where row.status == "unreadable" { page.say("Unreadable  \(row.file.path)", hang: 12) }
    page.say("Readable by the owner of the files alone: folders 0700, files 0600.", hang: 2)
    page.say("In plain text: every document, journal and revision. attune does not encrypt; full-disk encryption is recommended.", hang: 2)
    page.say("Network     none. Telemetry: none. History files: none.", hang: 12)
    let open = try Resuming(world).open(of: nil)
    if open.isEmpty { page.say("No session is open.") }
    for (_, words) in open { page.say("\(words)  attune resume", hang: 2) }
    return 0
  }
}
