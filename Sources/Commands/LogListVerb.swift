import ArgumentParser
import Console
import Documents
import Exchange
import Interviews
import Sessions

/// `attune log list`: the events of a client, oldest first.
struct LogListVerb: Verb {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "What was logged, oldest first.")

  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("Only this client's.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|json"))
  var format: String?

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let isJSON = try isJSON(format)
    let events = try loggedEvents(of: try knownClient(client, in: world), in: world)
    if isJSON {
      world.output.put(JSON.array(events.map(\.tree)).harmlessText)
      return 0
    }
    let page = Page(world.output)
    if events.isEmpty { page.say("Nothing was logged.") }
    for event in events { say(event, on: page) }
    return 0
  }

  private func say(_ event: InterferingEvent, on page: Page) {
    let who = event.tree["who"]?.string ?? ""
    let side = who == "therapist" ? "me" : who == "client" ? "you" : who
    let what = PlainWords.parts(event.category) + (event.minutesLate.map { ", \($0) min" } ?? "")
    let isVoid = event.tree["status"] == "void"
    let days = event.daysToRaise.map { $0 > 0 ? $0 == 1 ? ", a day later" : ", \($0) days later" : "" } ?? ""
    let raised = isVoid ? "void" : event.addressedOn.map { "raised \($0.short)\(days)" } ?? "not raised yet"
    page.say("\(event.date?.description ?? "")  \(side)  \(what)  \(raised)", hang: 4)
    page.say(.strong(event.tree["description"]?.string ?? ""), indent: 4)
    let whose = client == nil ? event.tree["clientRef"]?.string : nil
    page.say(.dim([whose, event.tree["id"]?.string].compactMap { $0 }.joined(separator: " · ")), indent: 4)
  }
}

/// A client's code, where one is given; a client nobody has heard of is none.
func knownClient(
  _ given: String?, includingPrivate: Bool = false, in world: World
) throws(VerbFailure) -> ClientCode? {
  guard let given else { return nil }
  guard let code = ClientCode(given) else { throw .badClientCode(given) }
  let isKnown: Bool
  do throws(StoreProblem) {
    isKnown = try Practice(store: world.store).knows(code, includingPrivate: includingPrivate)
  } catch {
    throw .store(error)
  }
  guard isKnown else { throw .noClient(code) }
  return code
}

/// The events of one client or of all, oldest first.
private func loggedEvents(of client: ClientCode?, in world: World) throws(VerbFailure) -> [InterferingEvent] {
  do throws(StoreProblem) {
    let practice = Practice(store: world.store)
    var events: [InterferingEvent] = []
    for code in try practice.clients() where client == nil || code == client {
      events += try practice.documents(of: code).filter { $0["kind"] == "tibEvent" }.map { InterferingEvent($0) }
    }
    return events.sorted { $0.order < $1.order }
  } catch {
    throw .store(error)
  }
}
