/// What several runs of the same thing came to.
package struct Sample: Hashable, Sendable {
  /// In order of size.
  package let values: [Double]

  /// Nothing where nothing was measured.
  package init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    self.values = values.sorted()
  }

  package var least: Double { values[0] }
  package var most: Double { values[values.count - 1] }

  /// The one in the middle, or the mean of the two there.
  package var median: Double {
    let middle = values.count / 2
    return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
  }
}
