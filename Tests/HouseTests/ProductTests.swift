import Testing

@Suite struct Products {
  /// What is there to test and to measure with, and no part of the program.
  private static let outside: Set = ["attune_bench", "bare_loop", "PseudoTerminals", "TestSupport", "line_echo"]

  @Test func `The program is made of nothing that only measures or tests`() throws {
    let targets = try Manifest(House.text("Package.swift")).targets
    var found: Set<String> = []
    var next: Set = ["attune"]
    while let module = next.popFirst() {
      guard found.insert(module).inserted, let target = targets.first(where: { $0.module == module }) else { continue }
      next.formUnion(target.arrows)
    }
    #expect(found.contains("Storage"))
    #expect(found.intersection(Self.outside) == [])
  }

  @Test func `Nothing but its test imports the benchmark`() throws {
    let targets = try Manifest(House.text("Package.swift")).targets
    #expect(targets.filter { $0.arrows.contains("attune_bench") }.map(\.name) == ["BenchTests"])
  }
}
