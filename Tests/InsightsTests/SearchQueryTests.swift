import Documents
import Forms
import Insights
import Testing

@Suite("A query that cannot be looked for") struct SearchQueryTests {
  private static let filters = ["client", "kind", "tier", "tag", "skill", "type", "emotion", "since", "until"]
  private static let tiers = ["lifeThreatening", "therapyInterfering", "qualityOfLife", "skills"]
  private static let types = ["action", "body", "thought", "event", "emotion", "urge"]

  private static let refused: [(String, SearchQueryProblem.What, Int)] = [
    ("", .isEmpty, 1), ("   ", .isEmpty, 1), ("\t", .isEmpty, 1),
    ("\"hot face", .quoteIsOpen, 1), ("wine \"hot face", .quoteIsOpen, 6), ("“hot", .quoteIsOpen, 1),
    ("\"hot\" face\"", .quoteIsOpen, 11), ("\"", .quoteIsOpen, 1), ("tag:\"end of", .quoteIsOpen, 5),
    ("\"\"", .isBlank("\"\""), 1), ("wine \" \"", .isBlank("\"\""), 6), ("\"--\"", .hasNoWord("--"), 1),
    ("...", .hasNoWord("..."), 1), ("wine !", .hasNoWord("!"), 6), ("🙂", .hasNoWord("🙂"), 1), ("§", .hasNoWord("§"), 1),
    ("*", .starIsMisplaced("*"), 1), ("*wine", .starIsMisplaced("*wine"), 1), ("wi*ne", .starIsMisplaced("wi*ne"), 3),
    ("red wi**", .starIsMisplaced("wi**"), 7), ("wine-*", .starIsMisplaced("wine-*"), 6),
    ("\"hot fa\"*", .starIsNotOfAWord("\"hot fa\"*"), 1), ("tag:alc*", .starIsNotOfAWord("tag:alc*"), 5),
    ("-wine", .leavesOut("-wine"), 1), ("face -wine", .leavesOut("-wine"), 6),
    ("foo:bar", .unknownFilter("foo", known: filters), 1), ("wine foo:", .unknownFilter("foo", known: filters), 6),
    ("clients:SYN-ASH", .unknownFilter("clients", known: filters), 1),
    ("said:kitchen", .unknownFilter("said", known: filters), 1),
    ("client:", .isBlank("client:"), 8), ("tag:", .isBlank("tag:"), 5), ("since:", .isBlank("since:"), 7),
    ("tag:\"\"", .isBlank("tag:"), 5), ("emotion:", .isBlank("emotion:"), 9),
    ("client:a", .isNoClientCode("a"), 8), ("client:../x", .isNoClientCode("../x"), 8),
    ("client:\"Jane Doe\"", .isNoClientCode("Jane Doe"), 8),
    ("kind:chian", .unknownValue("chian", of: "kind", known: Kind.allCases.map(\.rawValue)), 6),
    ("tier:high", .unknownValue("high", of: "tier", known: tiers), 6),
    ("skill:checkF", .unknownValue("checkF", of: "skill", known: BuiltIn.catalog().skills.map(\.id)), 7),
    ("wine type:link", .unknownValue("link", of: "type", known: types), 11),
    ("emotion:shame:", .isNoIntensity(""), 15), ("emotion:shame:high", .isNoIntensity("high"), 15),
    ("emotion:shame:101", .isNoIntensity("101"), 15), ("emotion:shame:70-", .isNoIntensity("70-"), 15),
    ("emotion:shame:-70", .isNoIntensity("-70"), 15), ("emotion:shame:80-70", .isNoIntensity("80-70"), 15),
    ("emotion:shame:1-2-3", .isNoIntensity("1-2-3"), 15), ("emotion:shame:70++", .isNoIntensity("70++"), 15),
    ("emotion:shame:٧٠", .isNoIntensity("٧٠"), 15), ("emotion::70", .hasNoWord(":70"), 9),
    ("since:yesterdayish", .isNoDay("yesterdayish"), 7), ("since:2026-02-30", .isNoDay("2026-02-30"), 7),
    ("since:2026-13", .isNoDay("2026-13"), 7), ("since:26-01-01", .isNoDay("26-01-01"), 7),
    ("until:w", .isNoDay("w"), 7), ("until:8y", .isNoDay("8y"), 7), ("until:-8w", .isNoDay("-8w"), 7),
    ("until:99999w", .isNoDay("99999w"), 7), ("since:2026-1", .isNoDay("2026-1"), 7),
    ("since:2026-02 until:2026-01", .endsBeforeItBegins, 15), ("until:2025 since:8w", .endsBeforeItBegins, 12),
  ]

  @Test("is told by what is wrong and where", arguments: refused)
  func malformed(typed: String, what: SearchQueryProblem.What, column: Int) throws {
    let today = try #require(CivilDate("2026-03-11"))
    do throws(SearchQueryProblem) {
      let query = try SearchQuery(reading: typed, today: today)
      Issue.record("‘\(typed)’ was read as \(query)")
    } catch {
      #expect(error.what == what)
      #expect(error.column == column)
    }
  }

  @Test("is not one that only looks like it")
  func wellFormed() throws {
    let today = try #require(CivilDate("2026-03-11"))
    for typed in [
      "18:20", "3:50pm", "don't", "a-b", "x*", "\"foo:bar\"", "tag:\"end of work\"", "until:0d", "emotion:x",
    ] {
      #expect(throws: Never.self) { try SearchQuery(reading: typed, today: today) }
    }
  }
}
