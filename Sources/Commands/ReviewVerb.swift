import ArgumentParser
import Console
import Documents
import Exchange
import Forms
import Insights
import Interviews
import Sessions

/// `attune review`: a client's course on one page, before a session.
struct ReviewVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "A client's course on one page: what is open, what recurs, what was tried.",
    discussion: "It describes what was written down. It ranks nobody and foretells nothing.")

  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("The client's code, never a name.", valueName: "code"))
  var client: String?
  @Flag(help: "What is open with every client, and nothing else.")
  var all = false
  @ArgumentParser.Option(help: ArgumentHelp("How far back: weeks or sessions.", valueName: "8w|8s"))
  var window: String?
  @ArgumentParser.Option(help: ArgumentHelp("From this day on.", valueName: "day"))
  var since: String?
  @ArgumentParser.Option(help: ArgumentHelp("As of this day; today.", valueName: "day"))
  var on: String?
  @Flag(name: .customLong("private"), help: "The page that is the therapist's alone, too.")
  var includesPrivate = false
  @Flag(help: "Keeps the review as a document, what is private as one of its own.")
  var save = false
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|md|json"))
  var format: String?

  func run(in world: World) throws(VerbFailure) -> Int32 {
    if let format, !["text", "md", "json"].contains(format) {
      throw .usage("There is no format ‘\(format)’.", hint: "text, md or json.")
    }
    let day = try namedDay(on, in: world) ?? world.clock.now().date
    let window = try lookBack(in: world)
    if case .since(let first) = window, first > day {
      throw .usage("‘--since \(first)’ is later than the day of the review.", hint: "--on says another one.")
    }
    if all {
      guard self.window == nil, since == nil, !includesPrivate, !save else {
        throw .usage("--all is what is open and due, and takes --on and --format alone.", hint: nil)
      }
      return try reviewAll(on: day, in: world)
    }
    let code = try ShortAnswer(world).client(client, includingPrivate: includesPrivate)
    if includesPrivate, ["text", nil].contains(format), try !AloneAtTheScreen(world).isConfirmed() { return 0 }
    let review = try Reviewing(world, client: code, window: window, on: day, includingPrivate: includesPrivate)
    world.complain(unreadable: review.unreadable)
    let shared = review.shared
    let hidden: JSON? = includesPrivate ? review.hidden : Optional.none
    switch format {
    case "json": world.output.put((includesPrivate ? review.everything : shared).harmlessText)
    case "md":
      for page in [shared, hidden].compactMap(\.self) { world.output.put(harmless(review.markdown(of: page))) }
    default:
      review.say(shared)
      if let hidden {
        Page(world.output).blank()
        Page(world.output).say(.strong("Private: for the therapist alone"))
        review.say(hidden)
      }
    }
    if save {
      for page in [shared, hidden].compactMap(\.self) {
        let path = try review.save(page).path
        if format == nil { Page(world.output).say(.dim(path)) } else { world.output.complain(path) }
      }
    }
    return 0
  }

  private func lookBack(in world: World) throws(VerbFailure) -> ReviewWindow {
    if let since {
      guard window == nil else { throw .usage("--since and --window say the same thing.", hint: "One of them.") }
      return .since(try namedDay(since, in: world) ?? world.clock.now().date)
    }
    guard let window else { return .standard }
    guard let found = ReviewWindow(window) else {
      throw .usage("‘\(window)’ is no window.", hint: "8w for eight weeks, 8s for eight sessions.")
    }
    return found
  }

  /// What is due and open, client by client in the order of their codes, never of anything else.
  private func reviewAll(on day: CivilDate, in world: World) throws(VerbFailure) -> Int32 {
    guard client == nil else { throw .usage("--all and --client cannot both be.", hint: nil) }
    guard format != "md" else { throw .usage("There is no format ‘md’ of all clients.", hint: "text or json.") }
    let codes: [ClientCode]
    do throws(StoreProblem) { codes = try Practice(store: world.store).clients() } catch { throw .store(error) }
    var rows: [JSON] = []
    let page = Page(world.output)
    for code in codes.sorted() {
      let reviewing = try Reviewing(world, client: code, window: .standard, on: day, includingPrivate: false)
      world.complain(unreadable: reviewing.unreadable)
      let review = reviewing.shared
      let open: JSON.Members = ["client": .string(code.text)]
      rows.append(
        ["R1", "R17", "R18", "R19"].reduce(into: JSON.object(open)) { $0.apply(.set(Path([$1]), review[$1] ?? .null)) })
      guard format != "json" else { continue }
      page.say(.accent(code.text))
      for line in ReviewText(review, catalog: BuiltIn.catalog()).whatIsDue { page.say(line, indent: 4, hang: 2) }
    }
    if format == "json" { world.output.put(JSON.array(rows).harmlessText) }
    if rows.isEmpty, format != "json" { page.say("No clients yet.") }
    return 0
  }
}
