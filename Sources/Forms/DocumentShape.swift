import Documents

/// What a document's known fields must be like, derived from its template and the envelope: no second truth.
/// Views and checks read leniently; only what comes in from outside is held against this.
package struct DocumentShape {
  /// What may stand at a place; `null` may stand everywhere.
  package enum Expectation: Hashable, Sendable {
    case text, bool, number, object, list
    case date, time
    /// A date and a time with its offset; a moment is that or a date alone.
    case instant, moment
    case dateOrNo
    /// A client's or a clinician's code, a document's id, a BCP 47 tag.
    case code, id, language
    case int(ClosedRange<Int>)
    case word([String], isOpen: Bool)
    case words([String], isOpen: Bool)
    case texts
  }

  package struct Problem: Error, Hashable, Sendable {
    package let path: Path
    package let expected: Expectation
  }

  /// A place and what is expected there: `*` is every element of a list, `@` every member of an object keyed by paths.
  typealias Place = (path: Path, expected: Expectation)

  package let root: ShapeNode

  package init(of template: Template, scale: Int) {
    var root = ShapeNode()
    var places = DocumentShape.envelope
    switch template.kind {
    case .chain: places += DocumentShape.chain(template)
    case .missingLinks: places += DocumentShape.missingLinks
    case .agreement: places += DocumentShape.agreement
    case .agreementReview: places += DocumentShape.agreementReview
    case .tibEvent: places += DocumentShape.interferingEvent(template)
    case .session: places += DocumentShape.session
    case .reflection: places += DocumentShape.reflection
    case .accountability: places += DocumentShape.accountability
    case .measure, .note, .review, .transcript: break
    }
    let finder = ShapeFinder(template: template, scale: scale)
    for section in template.sections {
      for question in section.questions { places += finder.places(of: question) }
    }
    places += template.lists.filter { !$0.isPositional }.map { ($0.path.appending("*").appending("id"), .text) }
    for place in places { root.put(place.expected, at: place.path.steps[...]) }
    self.root = root
  }

  /// The first known field that is not as it must be.
  package func problem(in tree: JSON) -> Problem? { root.problem(in: tree, at: Path([])) }
}

extension DocumentShape.Expectation {
  func fits(_ value: JSON) -> Bool {
    switch self {
    case .text: value.string != nil
    case .bool: value.bool != nil
    case .number: value.number != nil
    case .date: value.string.map(isDate) ?? false
    case .instant: value.string.map(isInstant) ?? false
    case .moment: value.string.map { isInstant($0) || isDate($0) } ?? false
    case .dateOrNo: value.string.map { $0 == "no" || isDate($0) } ?? false
    case .time: value.string.flatMap { TimeOfDay($0) } != nil
    case .object: value.object != nil
    case .list: value.array != nil
    case .code: value.string.flatMap(ClientCode.init) != nil
    case .id: value.string.flatMap(DocumentID.init) != nil
    case .language: value.string.map(isLanguage) ?? false
    case .int(let range): value.int.map(range.contains) ?? false
    case .word(let words, let isOpen): value.string.map { words.contains($0) || isOpen && $0.hasPrefix("x-") } ?? false
    case .words(let words, let isOpen):
      value.array?.allSatisfy { $0.string.map { words.contains($0) || isOpen && $0.hasPrefix("x-") } ?? false } ?? false
    case .texts: value.array?.allSatisfy { $0.string != nil } ?? false
    }
  }
}

private func isDate(_ text: String) -> Bool { CivilDate(text) != nil }
private func isInstant(_ text: String) -> Bool { Moment(text) != nil }

/// Whether it looks like a tag of BCP 47: a language of two to eight letters and what is told apart further.
private func isLanguage(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  guard let first = parts.first, (2...8).contains(first.count), first.allSatisfy(isLetter) else { return false }
  return parts.dropFirst().allSatisfy { part in
    (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
  }
}
