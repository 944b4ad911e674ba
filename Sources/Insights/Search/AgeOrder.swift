import Documents

/// Where a document stands among others by age, the oldest first: by its day, then by when it was made.
package struct AgeOrder: Hashable, Comparable, Sendable {
  package let day: CivilDate
  /// Seconds.
  package let instant: Int
  package let id: String

  package init(day: CivilDate, instant: Int, id: String) {
    self.day = day
    self.instant = instant
    self.id = id
  }

  package static func < (a: AgeOrder, b: AgeOrder) -> Bool { (a.day, a.instant, a.id) < (b.day, b.instant, b.id) }
}

extension SearchedDocument {
  package func order(of id: DocumentID) -> AgeOrder {
    AgeOrder(day: day, instant: createdAt?.instant ?? 0, id: id.text)
  }
}

extension FoundDocument {
  package var age: AgeOrder { searched.order(of: file.id) }
}
