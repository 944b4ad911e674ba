import Documents
import Forms

/// What became of a promise, read as the same question of a chain reads it: a word, words, how much it helped.
package struct OutcomeReader {
  private let template: Template
  private let catalog: Catalog
  private let surroundings: Surroundings

  package init(template: Template, catalog: Catalog, surroundings: Surroundings) {
    self.template = template
    self.catalog = catalog
    self.surroundings = surroundings
  }

  /// The question as the form asks it.
  package var question: Question? { template.question("priorCommitments") }

  private var repairStatus: Field? {
    template.sections.flatMap(\.questions).first { $0.list == Path("repair.items") }
      .flatMap { $0.seldom.first { $0.path == Path("status") } }
  }

  /// `outcome`, `note` and `$helped` of a commitment.
  package func readCommitment(_ line: String) throws(AnswerProblem) -> Reading {
    guard let ask = question?.first else { return Reading() }
    var reading = try LineReader(context: context).read(line, ask)
    let tree = reading.applied(to: [:])
    if tree["outcome"] == nil {
      throw .isNotAChoice(said: line.trimmed, of: options("outcomeOfCommitment"), didYouMean: nil)
    }
    // `kept 8`: with no words before it, the number is no sentence.
    if tree["$helped"] == nil, let number = tree["note"]?.string.flatMap({ Int($0) }), (0...10).contains(number) {
      reading.changes.removeAll { if case .set(Path("note"), _) = $0 { true } else { false } }
      reading.add([.set("$helped", JSON(number))], ["helped \(number)"])
    }
    return reading
  }

  /// `status` of a repair.
  package func readRepair(_ line: String) throws(AnswerProblem) -> Reading {
    guard let field = repairStatus else { return Reading() }
    return try FieldReader(context: context).read(line, field)
  }

  /// The words that a repair's status is said with.
  package var repairWords: [String] { options("repairStatus") }

  private func options(_ name: String) -> [String] { template.options[name]?.all.map(\.says) ?? [] }

  private var context: ReadingContext {
    ReadingContext(
      template: template, catalog: catalog, tree: [:], base: Path([]), now: surroundings.now, zone: surroundings.zone,
      before: nil)
  }
}

/// A day that is typed alone, as people say it: `25 Feb`, `yesterday`, `2026-02-25`. Nothing when words are left over.
package func readWholeDay(_ text: some StringProtocol, today: CivilDate) -> CivilDate? {
  let words = Words(text)
  guard let day = readDay(words.words, today: today, .past), day.words == words.count else { return nil }
  return day.date
}
