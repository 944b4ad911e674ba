import Documents

/// A question set: what is asked for one kind of document, in which order and words.
package struct Template: Sendable {
  package let name: String
  package let kind: Kind
  package let title: String
  package let options: [String: Options]
  package let lists: [ElementList]
  package let dependants: [Dependants]
  package let sections: [Section]
  package let index: QuestionIndex
  /// The tags that open the safety gate because a template says so.
  package let gateTags: [String]

  package func list(_ path: Path) -> ElementList? { lists.first { $0.path == path } }

  /// The list that an id like `l3` belongs to, by its letters.
  package func list(ofID id: String) -> ElementList? {
    let prefix = String(id.prefix { $0.isLetter })
    guard !prefix.isEmpty, id.dropFirst(prefix.count).allSatisfy(\.isNumber), id.count > prefix.count else {
      return nil
    }
    return lists.first { $0.prefix == prefix }
  }

  package func question(_ id: String) -> Question? {
    index.position(of: id).map { index.questions[$0] }
  }

  package func section(of question: String) -> Section? {
    index.position(of: question).map { sections[index.sections[$0]] }
  }
}

package struct Section: Hashable, Sendable {
  package let id: String
  package let title: String
  /// The checks that look at what is asked here.
  package let checks: [String]
  /// One line of context as it begins.
  package let opens: String?
  package let why: String?
  package let help: String?
  package let example: String?
  package let aside: String?
  /// Whether it is asked when the client has gone.
  package let isForTherapistAlone: Bool
  package let questions: [Question]

  /// The checks by their names alone.
  package var checkNames: [String] { checks.map { String($0.prefix { $0 != ":" }) } }

  /// Whether a check belongs here for what lies under a path of its own: `Q26:therapistAgreements`.
  package func claims(_ check: String, at path: Path) -> Bool {
    checks.contains { named in
      let parts = named.split(separator: ":")
      return parts.count == 2 && parts[0] == check && Path(String(parts[1])).covers(path)
    }
  }
}

/// A list of elements that have ids of their own.
package struct ElementList: Hashable, Sendable {
  package let path: Path
  /// The letters that its ids begin with.
  package let prefix: String
  package let cap: Int
  /// The field with the element's number, for `/rate`.
  package let number: String?
  /// The field with the element's words.
  package let text: String
  /// What an element holds before anything is said of it.
  package let new: JSON.Members
  /// Whether its elements have no id of their own, and are told by their position: `t2` is the second.
  package let isPositional: Bool

  /// What names the element in a path, for what a person calls it.
  package func key(of id: String) -> String { isPositional ? String(id.dropFirst(prefix.count)) : id }
}

/// What is looked at again when an answer changes.
package struct Dependants: Hashable, Sendable {
  package let of: Path
  package let are: [Path]
}
