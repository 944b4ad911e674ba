import Testing
import attune_bench

@Suite struct Samples {
  @Test(
    arguments: [
      ([3], 3, 3, 3), ([4, 1], 2.5, 1, 4), ([9, 1, 2], 2, 1, 9), ([5, 1, 100, 3], 4, 1, 100),
      ([2, 2, 2, 2, 50], 2, 2, 50),
    ] as [([Double], Double, Double, Double)])
  func `have a median and two ends, in whatever order they came`(
    values: [Double], median: Double, least: Double, most: Double
  ) throws {
    let sample = try #require(Sample(values))
    #expect((sample.median, sample.least, sample.most) == (median, least, most))
  }

  @Test func `of nothing are none`() { #expect(Sample([]) == nil) }
}

@Suite struct Comparisons {
  @Test(
    arguments: [
      (30, 20, .ratio(1.5), 1.5, .within), (31, 20, .ratio(1.5), 1.55, .missed), (10, 20, .ratio(1), 0.5, .within),
      (48, 4, .amount(48), 12, .within), (49, 4, .amount(48), 12.25, .missed), (7, 1, nil, 7, nil),
    ] as [(Double, Double, Comparison.Budget?, Double, Comparison.Verdict?)])
  func `divide the medians and hold them against the budget`(
    own: Double, peer: Double, budget: Comparison.Budget?, ratio: Double, verdict: Comparison.Verdict?
  ) throws {
    // What is far out does not move a median.
    let sample = try #require(Sample([own, own, own * 100]))
    let other = try #require(Sample([peer, peer / 100, peer]))
    let comparison = Comparison("x", in: .megabytes, sample, beside: .init("y", other), budget: budget)
    #expect(comparison.ratio == ratio)
    #expect(comparison.verdict == verdict)
  }

  @Test func `stand in a table`() throws {
    let table = Table([
      Comparison(
        "a start", in: .milliseconds, try #require(Sample([1, 2, 4])),
        beside: .init("peer", try #require(Sample([3.2]))), budget: .ratio(1)),
      Comparison("size", in: .megabytes, try #require(Sample([86.949]))),
    ])
    #expect(
      table.text == """
                    median    least–most  beside it   median  least–most  ratio  budget
          a start  2.00 ms  1.00–4.00 ms  peer       3.20 ms               0.63  ≤ 1.00  within
          size     86.9 MB
        """)
  }

  @Test(
    arguments: [
      (0, 2, "0.00"), (0.005, 2, "0.01"), (12.345, 1, "12.3"), (99.96, 1, "100.0"), (41.6, 0, "42"), (-0.5, 1, "-0.5"),
    ] as [(Double, Int, String)])
  func `have their figures rounded`(value: Double, places: Int, text: String) {
    #expect(fixed(value, places) == text)
  }
}
