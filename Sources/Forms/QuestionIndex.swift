import Documents

/// The questions of a template, to be found by their ids and by what they look at.
package struct QuestionIndex: Sendable {
  /// All questions in order.
  package let questions: [Question]
  /// Which section each of them stands in.
  let sections: [Int]
  /// Where a question stands; of two of one id the first.
  private let positions: [String: Int]
  /// The list of each question, where it is a member of the document and no condition looks at it as a whole.
  private let ownLists: [String?]
  /// The positions of those questions whose places hang on what lies under a member of the document.
  private let lookers: [String: [Int]]

  init(_ sections: [Section]) {
    var questions: [Question] = []
    var belongs: [Int] = []
    var positions: [String: Int] = [:]
    var lookers: [String: [Int]] = [:]
    for (section, content) in sections.enumerated() {
      for question in content.questions {
        if positions[question.id] == nil { positions[question.id] = questions.count }
        for root in question.roots { lookers[root, default: []].append(questions.count) }
        questions.append(question)
        belongs.append(section)
      }
    }
    ownLists = questions.map(\.ownList)
    self.questions = questions
    self.sections = belongs
    self.positions = positions
    self.lookers = lookers
  }

  package func position(of id: String) -> Int? { positions[id] }

  /// The questions whose places hang on what lies under this member of the document.
  package func positions(lookingAt root: String) -> [Int] { lookers[root] ?? [] }

  /// The list of a question, where what an element is asked hangs on that element and on no other.
  package func ownList(at position: Int) -> String? { ownLists[position] }
}

extension Question {
  /// The members of the document that its places hang on: what it asks for, and what its conditions look at. A condition
  /// on an element looks into the document where the element does not say.
  fileprivate var roots: Set<String> {
    var paths = when.fields + among.fields
    if let list { paths.append(list) } else { paths += first.fields.map(\.path) }
    paths += conditionsOfAsks
    return Set(paths.compactMap(\.steps.first))
  }

  fileprivate var ownList: String? {
    guard let list, list.steps.count == 1, !conditionsOfAsks.contains(where: { $0.steps.first == list.last }) else {
      return nil
    }
    return list.last
  }

  private var conditionsOfAsks: [Path] {
    ([first] + then).flatMap { $0.when.fields + $0.fields.flatMap(\.when.fields) }
  }
}

extension Condition {
  fileprivate var fields: [Path] { (all + any + none).map(\.field) }
}
