/// The middle of some numbers, of an even number of them the mean of the two in the middle; nothing without any.
package func median(_ numbers: [Double]) -> Double? {
  let sorted = numbers.sorted()
  guard let last = sorted.indices.last else { return nil }
  return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
}

/// The slope of points by Theil and Sen: the median of the slopes of all pairs that lie apart in `x`; nothing without
/// such a pair. One wild point moves it little.
package func theilSenSlope(_ points: [(x: Double, y: Double)]) -> Double? {
  var slopes: [Double] = []
  for (index, one) in points.enumerated() {
    for other in points[(index + 1)...] where one.x != other.x {
      slopes.append((other.y - one.y) / (other.x - one.x))
    }
  }
  return median(slopes)
}
