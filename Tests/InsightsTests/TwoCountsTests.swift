import Documents
import Insights
import TestSupport
import Testing

/// Ten thousand logs that nobody kept, counted twice.
@Suite struct TwoCounts {
  @Test func `Both counts of two thousand logs, or of ten thousand, agree`() {
    var chance = Chance(seed: 11)
    var counted = 0
    for number in 0..<Proof.count(2_000, whole: 10_000) {
      let paper = PaperLog(chance: &chance)
      let rule = PaperRule(chance: &chance)
      let since = Int.random(in: 0...10, using: &chance)
      let day = Int.random(in: since...200, using: &chance)
      let count = AttendanceLog(paper.documents).count(
        of: rule.rule, since: PaperLog.date(since), on: PaperLog.date(day))
      let expected = rule.count(paper, since: since, on: day)
      guard [count.client, count.therapist] == expected else {
        Issue.record(
          "\(number): \(count.client) \(count.therapist), by hand \(expected): \(rule) \(paper) \(since) \(day)")
        return
      }
      if count.client > 0, count.therapist > 0 { counted += 1 }
    }
    #expect(counted > 100)
  }
}
