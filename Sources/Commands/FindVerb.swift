import ArgumentParser
import Documents
import Insights
import Interviews
import Sessions

/// `attune find`: the documents in which something was said.
struct FindVerb: TakesWords {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Finds what was written, in every document.",
    discussion: """
      What is looked for is typed at a prompt, or behind the verb at attune>: words, "a phrase", begin*, and what is so \
      of a document: client:CODE kind:chain tier:skills tag:alcohol skill:er.checkFacts type:thought emotion:shame:70+ \
      since:2026-01 until:2026-03-31. A document is found where all of it holds.
      """)
  static let leading = 0
  static let takesOptionsBehind = true

  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("Only this client's.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("Only of this kind.", valueName: "kind"))
  var kind: String?
  @ArgumentParser.Option(help: ArgumentHelp("From this day on.", valueName: "day"))
  var since: String?
  @ArgumentParser.Option(help: ArgumentHelp("Up to this day.", valueName: "day"))
  var until: String?
  @ArgumentParser.Option(help: ArgumentHelp("Which come first.", valueName: "newest|relevance"))
  var by: String?
  @ArgumentParser.Option(help: ArgumentHelp("No more than so many; 20, for programs all.", valueName: "number"))
  var limit: Int?
  @ArgumentParser.Option(
    help: ArgumentHelp("What is looked for, in a file or from standard input.", valueName: "file|-"))
  var queryFile: String?
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|json"))
  var format: String?
  @Flag(name: .customLong("private"), help: "Private documents and transcripts too.")
  var includesPrivate = false

  func run(in world: World, words: String?) throws(VerbFailure) -> Int32 {
    let isJSON = try isJSON(format)
    let order = try order()
    if let limit, limit < 1 { throw .usage("‘\(limit)’ is no number of documents.", hint: "1 or more.") }
    let filters = [
      ("client", client), ("kind", kind), ("since", day(since, in: world)), ("until", day(until, in: world)),
    ]
    .compactMap { name, value in value.map { "\(name):\($0)" } }
    let talk = SearchTalk(
      world, filters, by: order, limit: min(limit ?? (isJSON ? most : 20), most), includingPrivate: includesPrivate)
    let answer: SearchAnswer?
    if let query = try query(words, in: world) { answer = try talk.find(query) } else { answer = try talk.ask() }
    if isJSON { world.output.put((answer?.json ?? []).harmlessText) } else { talk.say(answer) }
    return 0
  }

  /// A day as it is spoken, or as a query has it: a month, `8w`.
  private func day(_ typed: String?, in world: World) -> String? {
    typed.map { readWholeDay($0, today: world.clock.now().date)?.description ?? $0 }
  }

  /// More than any practice has.
  private var most: Int { 1_000_000 }

  private func order() throws(VerbFailure) -> SearchOrder {
    guard let by else { return .newest }
    guard let order = SearchOrder(rawValue: by) else {
      throw .usage("There is no order ‘\(by)’.", hint: "newest or relevance.")
    }
    return order
  }

  private func query(_ words: String?, in world: World) throws(VerbFailure) -> String? {
    guard let queryFile else { return words }
    if queryFile == "-" { return ShortAnswer(world).readAll() }
    do throws(StoreProblem) {
      return String(decoding: try world.readFile(queryFile), as: UTF8.self)
    } catch {
      throw .store(error)
    }
  }
}
