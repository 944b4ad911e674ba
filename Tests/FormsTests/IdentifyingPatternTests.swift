import Forms
import Testing

/// Forms that may tell who somebody is.
@Suite struct IdentifyingPatterns {
  @Test(arguments: [
    ("Write to robin@example.org, she reads it.", IdentifyingPattern.email), ("(a.b@c.co)", .email),
    ("Call 617-555-0100 after six.", .phone), ("Call (617) 555-0100.", .phone), ("+1 617 555 0100", .phone),
    ("6175550100", .phone), ("His number is 555-0100.", .phone), ("It is 123-45-6789.", .socialSecurity),
    ("Born 3 May 1990 in the north.", .birthDate), ("DOB 5/3/90", .birthDate), ("1990-05-03", .birthDate),
    ("May 3, 1990 was a Thursday.", .birthDate), ("My birthday is 3 May 2019.", .birthDate),
  ]) func `Is seen`(text: String, pattern: IdentifyingPattern) {
    #expect(IdentifyingPattern.first(in: text, year: 2026) == pattern)
  }

  @Test(arguments: [
    "Drank seven glasses between 7:40 pm and 10:15 pm.", "Fri 19:40-22:15 kitchen at home; alone", "PHQ-9 14 9 25 Feb",
    "17:18 17:05 Left work at 4:25", "On January 14, January 28 and February 4 you arrived 12, 18 and 22 minutes late.",
    "2026-02-06", "since May 2019", "by 2026-03-11", "60 USD under 24 hours' notice", "call 988", "Take 2 at 8:00",
    "@home",
    "late 10: 3 in 8 -> conversation; clears 4 of 4", "Mon-Fri 09:00-18:00", "2 7", "l2 4 of 7 50 60 70 80",
    "Born too early for this.", "I owe 1000 2000 dollars", "42 CFR 447.15",
  ]) func `Is left alone`(text: String) {
    #expect(IdentifyingPattern.first(in: text, year: 2026) == nil)
  }
}
