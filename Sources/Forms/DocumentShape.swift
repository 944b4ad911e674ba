import Documents

/// What a document's known fields must be like, derived from its template and the envelope: no second truth.
/// Views and checks read leniently; only what comes in from outside is held against this.
package struct DocumentShape {
  /// What may stand at a place; `null` may stand everywhere.
  package indirect enum Expectation: Hashable, Sendable {
    case text, bool, number, date, moment, time, object, list
    case int(ClosedRange<Int>)
    case word([String], isOpen: Bool)
    case words([String], isOpen: Bool)
    case texts
  }

  package struct Problem: Error, Hashable, Sendable {
    package let path: Path
    package let expected: Expectation
  }

  /// Places with `*` for every element of a list.
  package let expectations: [(place: Path, expected: Expectation)]

  package init(of template: Template, scale: Int) {
    var found = DocumentShape.envelope
    for section in template.sections {
      for question in section.questions { found += ShapeFinder(template: template, scale: scale).places(of: question) }
    }
    expectations = found
  }

  /// The first known field that is not as it must be.
  package func problem(in tree: JSON) -> Problem? {
    for (place, expected) in expectations {
      for (path, value) in DocumentShape.values(at: place.steps[...], in: tree, path: Path([])) {
        guard let value else { return Problem(path: path, expected: .list) }
        if value != .null, !expected.fits(value) { return Problem(path: path, expected: expected) }
      }
    }
    return nil
  }

  /// What stands at a place; a value of nothing is something else where a list should be.
  private static func values(at steps: ArraySlice<String>, in tree: JSON, path: Path) -> [(Path, JSON?)] {
    guard let step = steps.first else { return [(path, tree)] }
    let rest = steps.dropFirst()
    if step == "*" {
      guard let elements = tree.array else { return tree == .null ? [] : [(path, nil)] }
      return elements.enumerated().flatMap { index, element in
        values(at: rest, in: element, path: path.appending(element["id"]?.string ?? String(index + 1)))
      }
    }
    return tree[step].map { values(at: rest, in: $0, path: path.appending(step)) } ?? []
  }

  private static let states = ["unknown", "declined", "later", "notApplicable", "noneIdentified"]

  private static let envelope: [(place: Path, expected: Expectation)] = [
    ("schema", .text), ("id", .text), ("synthetic", .bool), ("clientRef", .text), ("therapistRef", .text),
    ("createdAt", .moment), ("updatedAt", .moment), ("sessionDate", .date), ("sessionNumber", .int(1...100_000)),
    ("mode", .word(["inSession", "betweenSessions", "therapistOnly"], isOpen: false)),
    ("status", .word(["draft", "complete", "active", "reviewed", "superseded", "void"], isOpen: false)),
    (
      "recordClass",
      .word(["clinicalRecord", "clientCopy", "psychotherapyNote", "private", "administrative"], isOpen: false)
    ),
    ("related", .list), ("related.*.rel", .text), ("related.*.id", .text),
    ("form", .word(["full", "short"], isOpen: false)), ("scale", .word(["0-100", "0-5"], isOpen: false)),
    ("lang", .text), ("fieldStates", .object), ("answeredBy", .object), ("checkAgain", .texts),
    ("validation", .list), ("validation.*.ref", .text), ("validation.*.level", .int(1...6)),
    ("validation.*.text", .text),
    ("orientation.priorCommitments.*.ref", .text), ("safetyGate.required", .bool),
    ("links.*.dayOffset", .int(-30...30)),
    ("promptingEvent.id", .text), ("promptingEvent.askedOutside", .bool), ("target.durationMinutes", .int(0...525_600)),
    ("target.endedAt", .moment), ("commitments.*.followUpOn", .date), ("commitments.*.outcomeOn", .date),
    ("commitments.*.outcomeNote", .text), ("therapistCommitments.*.by", .date), ("commitments.*.helped", .int(0...10)),
    ("commitments.*.tried", .bool),
  ]
}

extension DocumentShape.Expectation {
  func fits(_ value: JSON) -> Bool {
    switch self {
    case .text: value.string != nil
    case .bool: value.bool != nil
    case .number: value.number != nil
    case .date: value.string.flatMap { CivilDate($0) } != nil
    case .moment: value.string.map { Moment($0) != nil || CivilDate($0) != nil } ?? false
    case .time: value.string.flatMap { TimeOfDay($0) } != nil
    case .object: value.object != nil
    case .list: value.array != nil
    case .int(let range): value.int.map(range.contains) ?? false
    case .word(let words, let isOpen): value.string.map { words.contains($0) || isOpen && $0.hasPrefix("x-") } ?? false
    case .words(let words, let isOpen):
      value.array?.allSatisfy { $0.string.map { words.contains($0) || isOpen && $0.hasPrefix("x-") } ?? false } ?? false
    case .texts: value.array?.allSatisfy { $0.string != nil } ?? false
    }
  }
}
