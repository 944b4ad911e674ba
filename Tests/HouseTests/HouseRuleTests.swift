import Testing

@Suite struct HouseRules {
  private static let core = [
    "Documents", "Console", "Forms", "Interviews", "Checks", "Insights", "Exchange", "Sessions",
  ]

  @Test(arguments: core) func theCoreKnowsNoSystemAndNoClock(target: String) throws {
    let files = House.files(under: "Sources/\(target)", endingIn: ["swift"])
    #expect(!files.isEmpty)
    for file in files {
      let text = try House.text(file)
      let outside = imports(in: text).map(\.module).filter(["Foundation", "Glibc", "Darwin", "Musl"].contains)
      #expect(outside == [], "\(file)")
      #expect(text.matches(of: /\bTimeZone\b|\bCalendar\b|\bDate\(\)/).map { String($0.0) } == [], "\(file)")
    }
  }

  @Test func noSourceFileIsLongerThan300Lines() throws {
    for file in House.files(under: "Sources", endingIn: ["swift", "h", "c"]) {
      let lines = try House.text(file).count { $0 == "\n" }
      #expect(lines <= 300, "\(file)")
    }
  }

  @Test func nothingGivesUpLooksAwayOrIsPutOff() throws {
    let banned = /\bfatalError\b|\btry!|\bas!|\bTODO\b|\bFIXME\b|@unchecked\b|nonisolated\(unsafe\)|\bunsafeBitCast\b/
    for file in House.files(under: "Sources", endingIn: ["swift", "h", "c"]) {
      #expect(try House.text(file).matches(of: banned).map { String($0.0) } == [], "\(file)")
    }
  }

  @Test func nothingIsPublic() throws {
    for file in House.files(under: "Sources", endingIn: ["swift"]) {
      #expect(try House.text(file).matches(of: #/(?m)^\s*(?:public|open) /#).isEmpty, "\(file)")
    }
  }

  @Test func theTopFolderHoldsWhatItShould() throws {
    let rooms: Set = [
      "Package.swift", "Sources", "Tests", "Templates", "Transcripts", "README.md", "Plugins", "Makefile", "LICENSE",
    ]
    #expect(try House.topLevel().filter { !$0.hasPrefix(".") && !rooms.contains($0) } == [])
  }
}
