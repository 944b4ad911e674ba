import ArgumentParser
import Console
import Documents
import Insights
import Interviews
import Sessions

/// `attune agenda`: what is open before a session, by the hierarchy of targets, then by the day.
struct AgendaVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "agenda", abstract: "What is open before a session: promises, reviews, events, drafts.")

  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("Only this client's.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("Only of this sort.", valueName: "commitment|review|event|step|draft"))
  var what: String?
  @ArgumentParser.Option(help: ArgumentHelp("Only what is due by this day.", valueName: "day"))
  var until: String?
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|json"))
  var format: String?
  @Flag(name: .customLong("private"), help: "The therapist's own next steps too.")
  var includesPrivate = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let isJSON = try isJSON(format)
    let items = try items(in: world)
    if isJSON {
      world.output.put(JSON.array(items.map(\.json)).harmlessText)
      return 0
    }
    let page = Page(world.output)
    if items.isEmpty { page.say("Nothing is open.") }
    let today = world.clock.now().date
    for item in items { say(item, today: today, on: page) }
    return 0
  }

  private func items(in world: World) throws(VerbFailure) -> [AgendaItem] {
    let wanted = try knownClient(client, includingPrivate: includesPrivate, in: world)
    let today = world.clock.now().date
    if let what, AgendaItem.What(rawValue: what) == nil {
      let known = AgendaItem.What.allCases.map(\.rawValue)
      throw .usage(
        "There is nothing called ‘\(what)’ on an agenda.",
        hint: nearest(what, among: known).map { "Did you mean ‘\($0)’?" } ?? "Known: \(known.joined(separator: ", ")).")
    }
    let last = try namedDay(until, in: world)
    do throws(StoreProblem) {
      let practice = Practice(store: world.store)
      var items: [AgendaItem] = []
      for code in try practice.clients(includingPrivate: includesPrivate) where wanted == nil || code == wanted {
        let (documents, unreadable) = try practice.read(code, includingPrivate: includesPrivate)
        world.complain(unreadable: unreadable)
        items += AgendaItem.all(in: documents, on: today)
      }
      return items.filter { item in
        guard what == nil || item.what.rawValue == what else { return false }
        guard let last else { return true }
        return item.due.map { $0 <= last } ?? false
      }.sorted(by: AgendaItem.order)
    } catch {
      throw .store(error)
    }
  }

  private func say(_ item: AgendaItem, today: CivilDate, on page: Page) {
    // An event is told with its own day, a week before the one by which it is raised.
    let of = item.what == .event ? item.due.map { "of \($0.adding(days: -7).short)" } : nil
    let due = of ?? item.due.map { $0 < today ? "was due \($0.short)" : $0 == today ? "today" : "by \($0.short)" } ?? ""
    let side = item.side == "therapist" ? "me" : item.side == "client" ? "you" : item.side ?? ""
    let lead = [client == nil ? item.client : "", what(item), side, due].filter { !$0.isEmpty }
    page.say(.accent(lead.joined(separator: " · ")))
    page.say(.strong(item.text), indent: 4)
    page.say(.dim(hint(item)), indent: 4, hang: 2)
  }

  private func what(_ item: AgendaItem) -> String {
    switch item.what {
    case .commitment: "promised"
    case .review: "review"
    case .event: "not raised yet"
    case .step: "next step"
    case .draft: item.isPrepared ? "prepared" : "not finished"
    }
  }

  private func hint(_ item: AgendaItem) -> String {
    switch item.what {
    case .commitment, .event, .step: "attune outcome \(item.ref)" + (item.isPrivate ? " --private" : "")
    case .review: item.ref
    case .draft:
      item.isPrepared
        ? "attune talk --client \(item.client)" : "attune edit \(item.ref)" + (item.isPrivate ? " --private" : "")
    }
  }
}
