import Console
import Documents
import Exchange
import Forms
import Interviews

/// A client's record on its way out of the practice: what goes is fixed by purpose and field, and where somebody is there
/// to look, each text that was typed is shown once and asked about.
package struct ExportPage {
  package struct File: Hashable, Sendable {
    package let name: String
    package let text: String
  }

  private let world: World
  private let page: Page
  private let client: ClientCode
  private var isAttended: Bool { world.isAttended && world.lines.isInteractive }

  package init(_ world: World, client: ClientCode) {
    self.world = world
    self.client = client
    page = Page(world.output)
  }

  /// The files of an export; nothing where it was left. Without `purpose` it is the client's copy.
  package func files(for purpose: ExportPurpose?) throws(VerbFailure) -> [File]? {
    let documents = try documents()
    guard let purpose else { return clientCopy(of: documents) }
    guard let marked = marks(documents, purpose), let words = named(marked) else { return nil }
    let left = marked.compactMap { text in words[text] ?? text }
    let text = MinimumExport(purpose, of: documents, marked: left, on: world.clock.now().date).markdown
    let stem = purpose == .consult ? "consult" : "\(client)-\(purpose.rawValue)"
    return [File(name: "\(stem).md", text: harmless(text))]
  }

  /// What may be copied of a client's documents, redacted by field. What is private never lies among them; where a file
  /// was put there by hand all the same, nothing leaves at all (Q36).
  private func documents() throws(VerbFailure) -> [JSON] {
    let all: [JSON]
    do throws(StoreProblem) { all = try Practice(store: world.store).documents(of: client) } catch {
      throw .store(error)
    }
    if let stray = all.first(where: { Envelope($0).isPrivate || Envelope($0).kind == .transcript }) {
      throw .isPrivate(Envelope(stray).id?.text ?? "")
    }
    let known = Set(all.compactMap { $0["id"]?.string })
    let alone = try askedAlone()
    let found = all.filter(ClientCopy.holds).map { ClientCopy.redacted($0, relatedTo: known, without: alone) }
    if found.isEmpty { throw .notFound("finished document of \(client)", hint: "attune list") }
    return found
  }

  /// Where the practice's own questions that the therapist answers alone are kept.
  private func askedAlone() throws(VerbFailure) -> [Path] {
    var paths: [Path] = []
    for name in try OwnTemplate.namesOfThePractice(in: world) {
      guard let own = try OwnTemplate(named: name, in: world) else { continue }
      // Of one that does not read, nothing that is its own may leave.
      guard let template = TemplateReport(reading: own.bytes).template?.template else { return ["x"] }
      let questions = template.sections.filter(\.isForTherapistAlone).flatMap(\.questions)
      let fields = questions.flatMap { $0.first.fields + $0.then.flatMap(\.fields) + $0.seldom }
      paths += fields.map(\.path).filter { $0.steps.first == "x" }
    }
    return paths
  }

  private func clientCopy(of documents: [JSON]) -> [File]? {
    guard isAttended else {
      sayNobodyLooked()
      return documents.map { file($0, [:]) }
    }
    // A text that stands in several documents is shown once, and what is taken out of it is out of all of them.
    var seen: Set<String> = [ClientCopy.methodDetail]
    var words: [String: String] = [:]
    for document in documents {
      let texts = texts(of: document).filter { seen.insert($0).inserted }
      guard let named = named(texts, in: document) else { return nil }
      words.merge(named) { $1 }
    }
    return documents.map { file($0, words) }
  }

  private func file(_ document: JSON, _ words: [String: String]) -> File {
    let text = DocumentKeeping(world.store, replacing: words).markdown(document)
    return File(name: "\(Envelope(document).id?.text ?? "document").md", text: harmless(text))
  }

  /// What was typed in a document, and in the agreement whose clauses its page quotes.
  private func texts(of document: JSON) -> [String] {
    let quoted = DocumentKeeping(world.store).agreement(under: document).map { clauses(of: $0, in: document) } ?? []
    return FreeText.all(in: document).map(\.text) + quoted
  }

  private func clauses(of agreement: JSON, in review: JSON) -> [String] {
    let names = (review["clauses"]?.array ?? []).compactMap { $0["ref"]?.string }
    return FreeText.all(in: agreement).filter { text in names.contains { text.path.steps.contains($0) } }.map(\.text)
  }

  private func sayNobodyLooked() {
    world.output.complain("Nobody looked for names: there is no terminal. What was typed stands as it is.")
  }

  // MARK: What was typed

  /// The texts that go along, of those that the purpose leaves open; none where nobody is there to mark them.
  private func marks(_ documents: [JSON], _ purpose: ExportPurpose) -> [String]? {
    var seen: Set<String> = [ClientCopy.methodDetail]
    let texts = documents.flatMap { document -> [String] in
      guard let kind = Envelope(document).kind else { return [] }
      return FreeText.all(in: document).filter { purpose.mayBeMarked($0.path, of: kind) }.map(\.text)
    }.filter { seen.insert($0).inserted }
    guard isAttended else {
      world.output.complain("No text goes along: there is no terminal to mark one at.")
      return []
    }
    guard !texts.isEmpty else { return [] }
    page.say("What was typed stays here unless it is marked.")
    list(texts)
    while true {
      page.say("Which go along?" + "   Enter: none · 1 4 9")
      guard let line = read() else { return nil }
      if let numbers = numbers(line, upTo: texts.count) { return numbers.map { texts[$0 - 1] } }
    }
  }

  /// What stands instead of texts in which a name stands, by the text; nothing where it was left. Each is shown once.
  private func named(_ texts: [String], in document: JSON? = nil) -> [String: String]? {
    guard isAttended, !texts.isEmpty else { return [:] }
    page.blank()
    if let document { page.say(.accent(title(of: document))) }
    var words: [String: String] = [:]
    // As many at a time as stand on the screen together with the question.
    let most = max(4, (world.output.height - 6) / 2)
    for first in stride(from: 0, to: texts.count, by: most) {
      let part = Array(texts[first..<min(first + most, texts.count)])
      guard let named = namedPart(part, from: first) else { return nil }
      words.merge(named) { $1 }
    }
    return words
  }

  /// The same for texts that are shown together; the first has the number behind `first`.
  private func namedPart(_ texts: [String], from first: Int) -> [String: String]? {
    list(texts, from: first)
    var words: [String: String] = [:]
    while true {
      page.say("Does a name stand here?" + "   Enter: no · 3 7")
      guard let line = read() else { return nil }
      guard let numbers = numbers(line, from: first, upTo: first + texts.count) else { continue }
      for number in numbers {
        guard let instead = asked(texts[number - 1 - first], number) else { return nil }
        words[texts[number - 1 - first]] = instead
      }
      return words
    }
  }

  /// The text without the words that are named; without any, nothing of it is left.
  private func asked(_ text: String, _ number: Int) -> String? {
    while true {
      page.say(.dim("\(number)  ") + .strong("“\(text)”"), hang: 4)
      page.say("Which words?   Enter leaves all of it out")
      guard let line = read() else { return nil }
      if line.isEmpty { return "[left out]" }
      if let range = text.firstRange(of: line) {
        var result = text
        result.replaceSubrange(range, with: "[name]")
        while let next = result.firstRange(of: line), line != "[name]" { result.replaceSubrange(next, with: "[name]") }
        return result
      }
      page.say(.dim("‘\(Wording.brief(line))’ does not stand in it."))
    }
  }

  private func list(_ texts: [String], from first: Int = 0) {
    let year = world.clock.now().date.year
    for (index, text) in texts.enumerated() {
      let pattern = IdentifyingPattern.first(in: text, year: year).map { "  \(Wording.words($0).lowercased())?" }
      page.say(.dim("\(first + index + 1)  ") + StyledLine(text) + .dim(pattern ?? ""), hang: 4)
    }
  }

  private func title(of document: JSON) -> String {
    let envelope = Envelope(document)
    let noun = envelope.kind?.noun ?? "a document"
    return "\(noun.prefix(1).uppercased())\(noun.dropFirst()), \(envelope.sessionDate?.spoken ?? "")"
  }

  private func numbers(_ line: String, from first: Int = 0, upTo last: Int) -> [Int]? {
    let words = line.split { $0.isWhitespace || $0 == "," }
    if words.count == 1, ["n", "no", "none"].contains(words[0].lowercased()) { return [] }
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count, numbers.allSatisfy({ (first + 1...max(first + 1, last)).contains($0) }) else {
      page.say(.dim("The numbers of the lines, or Enter."))
      return nil
    }
    return numbers
  }

  private func read() -> String? {
    switch ShortAnswer(world).read() {
    case .text(let text): text
    case .left, .ended, .hungUp: nil
    }
  }
}
