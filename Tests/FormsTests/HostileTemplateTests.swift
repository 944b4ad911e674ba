import Documents
import Forms
import Testing

/// Files that nobody wrote as a question set are refused, and in good time.
@Suite struct HostileTemplates {
  struct File: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let fact: TemplateProblem.Fact

    init(_ name: String, _ text: String, _ fact: TemplateProblem.Fact) {
      self.init(name, Array(text.utf8), fact)
    }

    init(_ name: String, _ bytes: [UInt8], _ fact: TemplateProblem.Fact) {
      testDescription = name
      self.bytes = bytes
      self.fact = fact
    }
  }

  private static func nested(_ sign: String, _ times: Int = 40_000) -> String { String(repeating: sign, count: times) }
  private static let deep = TemplateProblem.Fact.isTooDeep(limit: 40)
  private static let bomb = (0..<20).map { level in
    "k\(level): &k\(level) [" + String(repeating: level == 0 ? "x," : "*k\(level - 1),", count: 9) + "]\n"
  }.joined()

  private static let files: [File] = [
    File("nothing", "", .isEmpty), File("a remark", "# x\n", .isEmpty), File("a null", "---\n", .isEmpty),
    File("lists in lists", nested("["), deep), File("mappings in mappings", nested("{a: "), deep),
    File("dashes", nested("- "), deep), File("questions", nested("? "), deep),
    File("colons", nested(": "), .isNoYAML(message: "did not find expected key", line: 1, column: 1)),
    File("lists that end", nested("[", 60) + nested("]", 60), deep),
    File(
      "keys of lists", nested("? [", 900),
      .isNoYAML(message: "did not find expected node content", line: 2, column: 1)),
    File("huge", "# " + nested("x", 300_000), .isTooLarge(limit: 262_144)),
    File("an alias bomb", bomb, .hasAlias(line: 2, column: 10)),
    File("an alias in a key", "a: &a [b]\n? *a\n: c\n", .hasAlias(line: 2, column: 3)),
    File("an alias of nothing", "a: *b\n", .hasAlias(line: 1, column: 4)),
    File("a list for a key", "? [a, b]\n: c\n", .isNoYAML(message: "a key is no word", line: 1, column: 3)),
    File("every byte", Array(0...255), .isNoText(line: 3, column: 115)),
    File("a broken letter", Array("a: b\r\nc: ü".utf8.dropLast()), .isNoText(line: 2, column: 4)),
    File(
      "a control character", "a: b\nc: d\u{1}\n",
      .isNoYAML(message: "control characters are not allowed", line: 2, column: 5)),
    File(
      "a tab", "a:\n\tb: c\n", .isNoYAML(message: "found character that cannot start any token", line: 2, column: 1)),
    File("one key twice", "a: 1\nb: 2\na: 3\n", .hasKeyTwice("a", line: 1, column: 1)),
    File("two documents", "a: b\n---\nc: d\n", .isNoYAML(message: "but found another document", line: 2, column: 1)),
    File("a word", "chain\n", .isNotAMapping), File("a list", "- chain\n", .isNotAMapping),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: files)
  func `A file that is none is refused with one fact`(file: File) {
    let report = TemplateReport(reading: file.bytes)
    #expect(report.template == nil)
    #expect(report.findings.map(\.problem.fact) == [file.fact])
  }

  @Test(.timeLimit(.minutes(1))) func `Thousands of strange keys are not all told`() {
    let keys = (0..<5000).map { "k\($0): {a: [b, c]}\n" }.joined()
    #expect((1...300).contains(TemplateReport(reading: Array("kind: chain\n\(keys)".utf8)).findings.count))
  }

  /// What the session keeps is JSON: a number of YAML alone would end it.
  @Test(arguments: ["0x1F", "18:10", ".inf", "1_000", "+5", "010", "1.", ".5"])
  func `A number that JSON does not know stays text`(text: String) throws {
    #expect(try JSON(yaml: "a: \(text)") == ["a": .string(text)])
  }

  @Test(arguments: ["0", "-7", "12.50", "1e3"])
  func `A number that JSON knows is one`(text: String) throws {
    #expect(try JSON(yaml: "a: \(text)") == ["a": .number(text)])
  }
}
