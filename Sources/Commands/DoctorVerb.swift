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
    page.say(
      "Documents   \(shared.count) of \(Set(shared.map(\.file.client)).count) clients, \(rows.count - shared.count) private",
      hang: 12)
    for row in rows where row.status == "unreadable" { page.say("Unreadable  \(row.file.path)", hang: 12) }
    for row in rows where !row.file.isPrivate && row.isPrivate {
      page.say(.strong("Private, and with the record  \(row.file.path)"), hang: 2)
    }
    page.say("Made for the owner alone: folders 0700, files 0600. What others may read is named below.")
    page.say(
      "In plain text: every document, journal and revision. attune does not encrypt; full-disk encryption is recommended.",
      hang: 2)
    page.say("Network     none. Telemetry: none. History files: none.", hang: 12)
    if let problem = settingsProblem(in: world) { page.say(.strong(problem)) }
    let crisis = CrisisPage.crisisSet(of: world.store)
    if let problem = crisis.problem { page.say(.strong(problem)) }
    if let age = CrisisPage.age(of: crisis.0, on: world.clock.now().date) { page.say(.strong(age)) }
    let open = try Resuming(world).open(of: nil)
    if open.isEmpty { page.say("No session is open.") }
    for (_, standing) in open {
      page.say(standing.words + (standing.canBeResumed ? "  attune resume" : ""), hang: 2)
    }
    for finding in try findings(in: world) { page.say(.strong(finding)) }
    return 0
  }

  /// What of practice.yaml does not read: until then no verb that needs it does anything.
  private func settingsProblem(in world: World) -> String? {
    do throws(VerbFailure) {
      _ = try Settings(from: world.store)
      return nil
    } catch {
      return Wording.text(error)
    }
  }

  private func findings(in world: World) throws(VerbFailure) -> [String] {
    do throws(StoreProblem) {
      return try world.store.findings().map { finding in
        switch finding {
        case .openToOthers(let path): "Others may read or enter ‘\(path)’.  chmod go= mends it."
        case .notPlain(let path): "‘\(path)’ is a link or no plain file, and is not followed."
        }
      }
    } catch {
      throw .store(error)
    }
  }
}
