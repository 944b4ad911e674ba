import Console
import Documents
import Exchange
import Forms
import Insights

/// A client's course on one page, before a session: the shared part, and what is the therapist's alone on a page of its
/// own.
package struct Reviewing {
  private let world: World
  package let client: ClientCode
  private let window: ReviewWindow
  private let day: CivilDate
  /// What lies with the record, and all of it where what is private was asked for: where a document lies says whose it
  /// is, whatever it says of itself.
  private let record: [JSON]
  private let documents: [JSON]
  /// Files of the client that hold no document.
  package let unreadable: [String]
  private let reliable: [String: Int]

  /// Reads that client's files and no others.
  package init(
    _ world: World, client: ClientCode, window: ReviewWindow, on day: CivilDate, includingPrivate: Bool
  ) throws(VerbFailure) {
    self.world = world
    self.client = client
    self.window = window
    self.day = day
    reliable = try Settings(from: world.store).reliableChange
    do throws(StoreProblem) {
      let practice = Practice(store: world.store)
      let read = try practice.read(client)
      record = read.documents
      (documents, unreadable) = includingPrivate ? try practice.read(client, includingPrivate: true) : read
    } catch {
      throw .store(error)
    }
  }

  /// What both may read.
  package var shared: JSON { document(includingPrivate: false) }

  /// Both together, for programs.
  package var everything: JSON { document(includingPrivate: true) }

  /// What is the therapist's alone: measures with those of reflections, steps toward a referral, and what speaks for
  /// asking whether the treatment is enough, each with why.
  package var hidden: JSON {
    var tree = everything
    let shared = Set(shared["R19"]?.array ?? [])
    let own = (tree["R19"]?.array ?? []).filter { !shared.contains($0) }
    for number in 1...22 where number != 20 { tree.apply(.remove(Path(["R\(number)"]))) }
    for key in ["words", "questions", "chains"] { tree.apply(.remove(Path([key]))) }
    if !own.isEmpty { tree.apply(.set("R19", .array(own))) }
    return tree
  }

  private func document(includingPrivate: Bool) -> JSON {
    let review = ClientReview(
      includingPrivate ? documents : record, window: window, on: day, includingPrivate: includingPrivate,
      reliable: reliable,
      catalog: BuiltIn.catalog())
    let now = world.clock.now()
    var members: JSON.Members = [
      "schema": "attune/review/1", "id": "", "kind": "review",
      "synthetic": .bool(documents.contains { Envelope($0).isSynthetic }), "clientRef": .string(client.text),
      "therapistRef": documents.last?["therapistRef"] ?? "T1", "createdAt": .string(now.description),
      "updatedAt": .string(now.description), "sessionDate": .string("\(day)"),
      "mode": includingPrivate ? "therapistOnly" : "inSession", "status": "complete",
      "recordClass": includingPrivate ? "private" : "clinicalRecord",
    ]
    for (key, value) in review.body { members[key] = value }
    if includingPrivate { members["flags"] = .array(flags) }
    return .object(members)
  }

  /// As the last reflection has it, and as the record says since.
  private var flags: [JSON] {
    let file = Undertreatment(documents, reliable: reliable, on: day)
    let reflection =
      documents.last {
        Envelope($0).kind == .reflection && !["draft", "void"].contains(Envelope($0).status ?? "draft")
          && Envelope($0).sessionDate.map { $0 <= day } ?? false
      } ?? [:]
    let said = Set((reflection["undertreatment"]?["flags"]?.array ?? []).compactMap(\.string))
    return file.flags(of: reflection, clinician: said.intersection(["riskUp", "functionDown"])).map { flag in
      ["flag": .string(flag.name), "why": .string(Wording.sentence(flag))]
    }
  }

  // MARK: Keeping

  package func save(_ document: JSON) throws(VerbFailure) -> DocumentFile {
    do throws(StoreProblem) {
      let id = try Session.newID(of: .review, on: world.clock.now().date, in: world)
      return try DocumentKeeping(world.store).save(document.applying([.set("id", .string(id.text))]))
    } catch {
      throw .store(error)
    }
  }

  package func markdown(of document: JSON) -> String { DocumentKeeping(world.store).markdown(document) }

  // MARK: Saying

  /// One page, as it is read on a screen.
  package func say(_ document: JSON) {
    let page = Page(world.output)
    let text = ReviewText(document, catalog: BuiltIn.catalog())
    page.say(.accent("\(client)") + .dim("   \(text.window)"))
    page.say(.dim(ReviewText.describes))
    for section in text.sections {
      page.blank()
      page.say(.accent(section.title))
      for line in section.lines { say(line, on: page) }
    }
    page.blank()
    page.say(document["recordClass"] == "private" ? ReviewText.therapistsPrompt : ReviewText.clientsPrompt)
  }

  private func say(_ line: ReviewLine, on page: Page) {
    var said = StyledLine(line.text)
    if !page.isPlain {
      if line.course.count > 1 { said = said + .accent("  \(sparkline(line.course))") }
      if let share = line.share { said = said + .accent("  \(bar(share))") }
    }
    page.say(said, hang: 2)
    if let words = line.words { page.say(.dim("“\(words.text)”  \(words.on)"), indent: 4, hang: 2) }
  }

  /// Eight heights, the highest number the highest.
  private func sparkline(_ numbers: [Int]) -> String {
    let heights = Array("▁▂▃▄▅▆▇█")
    let most = max(1, numbers.max() ?? 1)
    return String(numbers.map { heights[max(0, $0) * 7 / most] })
  }

  private func bar(_ share: ReviewLine.Share) -> String {
    let width = 10
    let filled = share.whole == 0 ? 0 : (share.part * width + share.whole / 2) / share.whole
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }
}
