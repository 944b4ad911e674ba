import Console
import Documents
import Forms
import Interviews

/// The total of a standard measure, a document of its own (spec 7.7): `PHQ-9 9 25 Feb`.
package struct Measures {
  private let world: World

  package init(_ world: World) { self.world = world }

  /// A measure as one line says it.
  package struct Line: Hashable {
    let name: String
    let total: Int
    let on: CivilDate

    /// The name up to the first bare number, the total, and a day that may be left out: today.
    init?(_ text: String, today: CivilDate) {
      let words = text.split(whereSeparator: \.isWhitespace)
      guard let number = words.dropFirst().firstIndex(where: { $0.allSatisfy { $0.isASCII && $0.isNumber } }),
        let total = Int(words[number]), total <= 100_000
      else { return nil }
      let rest = words[(number + 1)...].joined(separator: " ")
      guard let day = rest.isEmpty ? today : readWholeDay(rest, today: today), day <= today else { return nil }
      name = words[..<number].joined(separator: " ")
      self.total = total
      on = day
    }
  }

  /// Keeps what the line says; it is asked for where it is not given.
  package func keep(_ given: String?, of code: String?, isSynthetic: Bool) throws(VerbFailure) {
    guard let client = try Session.askForClient(code, in: world) else { return }
    let page = Page(world.output)
    let today = world.clock.now().date
    var typed = given
    while true {
      if typed == nil {
        page.say("Which measure, how much in all, and on which day?")
        page.say(.dim("PHQ-9 9 25 Feb   (no day: today)"))
        typed = try answer()
      }
      guard let text = typed, !text.isEmpty else {
        if !world.isAttended { throw .usage("No measure was given.", hint: "Nothing was written.") }
        return page.say(.dim("Nothing was written."))
      }
      if let line = Line(text, today: today) {
        let file = try save(line, of: client, isSynthetic: isSynthetic)
        page.say("\(line.name) \(line.total), \(line.on.spoken)")
        return page.say(.dim("\(file.path)   attune void \(file.id) takes it out of use."), hang: 2)
      }
      page.say(.dim("‘\(Wording.brief(text))’ was not understood. The line: name, number, day gone by: PHQ-9 9 25 Feb"))
      typed = nil
    }
  }

  private func answer() throws(VerbFailure) -> String? {
    switch ShortAnswer(world).read() {
    case .text(let text): return text
    case .ended: return nil
    case .left, .hungUp: throw .interrupted
    }
  }

  private func save(_ line: Line, of client: ClientCode, isSynthetic: Bool) throws(VerbFailure) -> DocumentFile {
    let now = world.clock.now()
    let settings = try Settings(from: world.store)
    do throws(StoreProblem) {
      let document: JSON = [
        "schema": "attune/measure/1", "id": .string(try Session.newID(of: .measure, on: now.date, in: world).text),
        "kind": "measure",
        "synthetic": .bool(isSynthetic), "clientRef": .string(client.text),
        "therapistRef": .string(settings.clinician ?? (isSynthetic ? "SYN-T1" : "T1")),
        "createdAt": .string(now.description), "updatedAt": .string(now.description),
        "sessionDate": .string(line.on.description), "mode": "inSession", "status": "complete",
        "recordClass": "clinicalRecord", "name": .string(line.name), "total": JSON(line.total),
        "on": .string(line.on.description),
      ]
      return try DocumentKeeping(world.store).save(document)
    } catch {
      throw .store(error)
    }
  }

  /// The first field of a measure that comes from a file and is not as it must be.
  static func misfit(in tree: JSON) -> (path: Path, expected: DocumentShape.Expectation)? {
    if tree["name"]?.string?.trimmed.isEmpty ?? true { return ("name", .text) }
    if tree["total"]?.number == nil { return ("total", .number) }
    if tree["on"]?.string.flatMap({ CivilDate($0) }) == nil { return ("on", .date) }
    return nil
  }
}
