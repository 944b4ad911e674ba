import Documents

/// A document as a search sees it: the words in it, passage by passage, and what is so of it.
package struct SearchedDocument: Sendable {
  /// Something that was written at one place.
  package struct Passage: Hashable, Sendable {
    package let path: Path
    package let text: String
    /// What is so of the link, the solution or whatever it stands in.
    package let facets: Set<Facet>
  }

  package let passages: [Passage]
  package let facets: Set<Facet>
  /// The day of its session, else that on which it was made.
  package let day: CivilDate
  package let createdAt: Moment?

  /// `client` and `kind` are where it lies and what it says it is.
  package init(_ document: JSON, client: ClientCode) {
    let envelope = Envelope(document)
    var collected = Collected(scale: document["scale"]?.string)
    collected.facets = [.client(client)]
    if let kind = envelope.kind { collected.facets.insert(.kind(kind)) }
    // A review of a client only says again what stands elsewhere.
    let body = envelope.kind == .review ? [:] : document.object ?? [:]
    for (key, value) in body where !Self.unsaid.contains(key) {
      collected.collect(value, at: Path([key]), in: [])
    }
    passages = collected.passages
    facets = collected.facets
    createdAt = envelope.createdAt
    day = envelope.sessionDate ?? envelope.createdAt?.date ?? CivilDate(dayNumber: 0)
  }

  /// All its words, with a mark behind each passage, over which no phrase reaches.
  package var words: [String] { passages.flatMap { searchWords(of: $0.text) + [Self.border] } }

  package var facetWords: [String] { facets.map(\.word).sorted() }

  private static let border = "¶"

  /// What is of the envelope, keyed by paths, or shown to nobody who does not ask for it.
  private static let unsaid = Set(
    Envelope.keys + ["lang", "form", "scale", "fieldStates", "notes", "dismissals", "answeredBy", "checkAgain"])

  /// What says who, which or when and is no word of anybody's.
  fileprivate static let references: Set = [
    "id", "ref", "rel", "kind", "role", "who", "by", "side", "mode", "modes", "method", "solutionRefs", "repairRef",
    "countsUnder", "supersedes", "sha256", "agreementRef", "crisisResourceSet", "proposedBy", "requestedBy", "skill",
    "type", "tier", "therapyMode", "scale", "basis",
  ]

  /// What a turn of a transcript holds besides what somebody said.
  fileprivate static let turns: Set = [
    "run", "said", "prompt", "voice", "half", "state", "key", "end", "command", "time", "at",
  ]

  /// Answers that are one word of a list and say nothing by themselves.
  fileprivate static let answers: Set = [
    "yes", "no", "partly", "none", "unclear", "notApplicable", "client", "therapist",
  ]
}

/// What was found on a walk through a document.
private struct Collected {
  let scale: String?
  var passages: [SearchedDocument.Passage] = []
  var facets: Set<Facet> = []

  init(scale: String?) { self.scale = scale }

  mutating func collect(_ value: JSON, at path: Path, in around: Set<Facet>) {
    switch value {
    case .string(let text):
      guard !SearchedDocument.answers.contains(text), !isTime(text) else { return }
      passages.append(SearchedDocument.Passage(path: path, text: text, facets: around))
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        collect(element, at: path.appending(element["id"]?.string ?? String(index + 1)), in: around)
      }
    case .object(let members):
      let own = Facet.stated(by: members, at: path, scale: scale)
      facets.formUnion(own)
      let isTurn = path.steps.first == "entries"
      for (key, member) in members
      where !SearchedDocument.references.contains(key) && !(isTurn && SearchedDocument.turns.contains(key)) {
        collect(member, at: path.appending(key), in: own.isEmpty ? around : around.union(own))
      }
    case .null, .bool, .number: break
    }
  }

  private func isTime(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first), text.utf8.count <= 40 else { return false }
    return CivilDate(text) != nil || TimeOfDay(text) != nil || Moment(text) != nil
  }
}
