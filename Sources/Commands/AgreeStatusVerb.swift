import ArgumentParser
import Documents
import Insights
import Sessions

/// `attune agree status`: where the rules of attendance stand on a day, on both sides.
struct AgreeStatusVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Where the rules of attendance stand, on both sides.")

  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("The client's code.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("The day from which is looked; today unless said.", valueName: "date"))
  var on: String?
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|json"))
  var format: String?

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let isJSON = try isJSON(format)
    let today = world.clock.now().date
    guard let day = on.map({ CivilDate($0) }) ?? today else {
      throw .usage("‘\(on ?? "")’ is no date.", hint: "For example 2026-02-09")
    }
    let code = try ShortAnswer(world).client(client)
    let documents: [JSON]
    do throws(StoreProblem) {
      let unreadable: [String]
      (documents, unreadable) = try Practice(store: world.store).read(code)
      world.complain(unreadable: unreadable)
    } catch {
      throw .store(error)
    }
    let log = AttendanceLog(documents)
    guard let terms = AttendanceTerms.inForce(on: day, among: documents) else {
      if isJSON {
        world.output.put(JSON.array([]).harmlessText)
      } else {
        Page(world.output).say("No agreement with \(code) is in force on \(day).")
      }
      return 0
    }
    if isJSON {
      world.output.put(JSON.array(log.counts(under: terms, on: day).map(\.json)).harmlessText)
    } else {
      AttendancePage(Page(world.output), terms, log, on: day).say(of: code)
    }
    return 0
  }
}
