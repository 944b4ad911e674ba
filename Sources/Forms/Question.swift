import Documents

/// Who is asked, and whose answer it is.
package enum Voice: String, CaseIterable, Hashable, Sendable {
  case client, therapist, both
}

/// One line asked for: its words in both voices and the fields that it fills.
package struct Ask: Hashable, Sendable {
  package let voice: Voice
  /// What the therapist reads and asks in their own words.
  package let therapist: String
  /// What the client reads.
  package let client: String
  /// The shape of the line, shown dim the first time and on `?`.
  package let shape: String?
  package let when: Condition
  package let fields: [Field]
  /// A list inside the element, each line one of its elements.
  package let innerList: String?
  /// When the line may not be passed by an empty Enter though none of its fields is required.
  package let isRequired: Requirement
  package let remarks: [Aftermath]

  package func words(in voice: Voice) -> String { voice == .client ? client : therapist }
}

package enum Requirement: Hashable, Sendable {
  case never, always
  case when(Condition)

  package func holds(in tree: JSON, element: Path? = nil) -> Bool {
    switch self {
    case .never: false
    case .always: true
    case .when(let condition): condition.holds(in: tree, element: element)
    }
  }
}

/// What is said once an answer fits a condition.
package struct Aftermath: Hashable, Sendable {
  package let when: Condition
  package let say: String?
  /// For the therapist alone.
  package let aside: String?
  /// Whether the crisis resources are shown.
  package let showsCrisis: Bool
  /// Whether writing stops until somebody says to go on.
  package let stops: Bool
}

/// A group of fields asked by one line, with what it asks further.
package struct Question: Hashable, Sendable {
  /// How its lines are taken.
  package enum Manner: Hashable, Sendable {
    /// One line for fields of the document.
    case line
    /// Every line is a new element of a list; `with` is what such an element holds besides.
    case list(Path, with: JSON.Members, ends: [String])
    /// One line for each element of a list that stands there already.
    case over(Path, once: Bool)
    /// The ids of those that are meant: `2 4 9`.
    case choose(Path, sets: String, atMost: Int?)
    /// Words and the ids that they hold for: `more 1 2 less 5`; bare ids are `bare`, those not named `rest`.
    case sort(Path, into: String, options: String, bare: String?, rest: String)
    /// Ids, each with a word or words: `1 relief 2 escape`; those not named are `rest`.
    case each(Path, into: String, options: String?, rest: String?)
    /// Ids and then the words that hold for them: `7 Acted out standing up.`
    case tell(Path, into: String, also: JSON.Members)
    /// A list that is offered whole: Enter takes it, `3: words` replaces a line, `-3` leaves it out.
    case offer(Path, lines: [JSON])
  }

  package let id: String
  package let manner: Manner
  package let when: Condition
  /// Which elements of the list it is about.
  package let among: Condition
  package let first: Ask
  package let then: [Ask]
  /// Fields of an element that are seldom asked: `l8 tried: paced 3`.
  package let seldom: [Field]
  package let help: String?
  package let example: String?
  package let aside: String?
  /// A path whose words are shown as context; `$harms` are the harms named in what followed.
  package let context: String?
  /// The field of an element that is quoted when the element is asked about.
  package let quotes: String?
  package let says: String?
  /// What is asked at an element of one list or another, by the list's name.
  package let atElements: [String: String]
  /// What an empty Enter says here.
  package let passing: [(Path, JSON)]
  /// Whether its line is a validation entry.
  package let validates: Bool
  /// Whether skills that may fit are offered.
  package let suggests: Bool
  /// Lines that stand in the question and are taken by their number; none of them is a default.
  package let presets: [Preset]
  /// Whether a word and numbers mark several of its elements at once: `kept 3 4 5`.
  package let marksSeveral: Bool

  /// A line with what it is called.
  package struct Preset: Hashable, Sendable {
    package let line: String
    package let says: String

    package init(line: String, says: String) {
      self.line = line
      self.says = says
    }
  }

  /// The list that it is about, if it is about one.
  package var list: Path? {
    switch manner {
    case .line: nil
    case .list(let path, _, _), .over(let path, _), .choose(let path, _, _), .sort(let path, _, _, _, _),
      .each(let path, _, _, _), .tell(let path, _, _), .offer(let path, _):
      path
    }
  }

  package static func == (a: Question, b: Question) -> Bool { a.id == b.id && a.first == b.first && a.then == b.then }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Ask {
  /// Whether what it asks for stands there already, to be taken by an empty Enter.
  package var isOffered: Bool { fields.contains { $0.offer != nil } }

  /// A line for one field alone.
  package init(field: Field) {
    self.init(
      voice: .client, therapist: "", client: "", shape: nil, when: .always, fields: [field], innerList: nil,
      isRequired: .never, remarks: [])
  }
}
