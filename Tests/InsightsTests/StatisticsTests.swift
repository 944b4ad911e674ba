import Insights
import Testing

/// The middle of numbers and the slope of points.
@Suite struct Statistics {
  /// scipy 1.17.1: `stats.theilslopes(y, x).slope` and `numpy.median(y)`; x drawn without replacement from 0 to 119, y
  /// near 80 - 0.6 x, by `numpy.random.default_rng(20260311)`; the last has equal x.
  private static let slopes: [([Double], [Double], Double, Double)] = [
    ([42, 44, 62, 89, 96], [59, 47, 32, 30, 29], -0.4666666666666667, 32),
    ([16, 31, 95, 106, 116, 118], [66, 59, 20, 9, 16, -4], -0.6333333333333333, 18),
    ([21, 22, 33, 41, 43, 52, 55, 70, 110], [73, 67, 59, 62, 66, 45, 40, 38, 30], -0.585867117117117, 59),
    (
      [2, 14, 22, 30, 37, 40, 65, 70, 72, 96, 110, 117], [81, 89, 72, 60, 64, 64, 38, 46, 42, 37, 8, 6],
      -0.6420731707317073, 53
    ),
    ([1, 1, 2, 3, 5, 5, 8], [70, 60, 65, 50, 55, 40, 30], -5, 55),
  ]

  @Test(arguments: slopes) func `slopes and medians are SciPy's`(
    x: [Double], y: [Double], slope: Double, middle: Double
  ) throws {
    let found = try #require(theilSenSlope(zip(x, y).map { (x: $0, y: $1) }))
    #expect(abs(found - slope) < 1e-12)
    #expect(median(y) == middle)
  }

  @Test func `of nothing, and of points that all lie at one place, there is no slope`() {
    #expect(theilSenSlope([]) == nil)
    #expect(theilSenSlope([(x: 1, y: 2), (x: 1, y: 3)]) == nil)
    #expect(median([]) == nil)
  }
}
