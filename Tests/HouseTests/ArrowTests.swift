import Testing

@Suite struct Arrows {
  private static let small = """
    let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
    // .target(name: "Gone"),
    let package = Package(
      name: "small", products: [.executable(name: "small", targets: ["small-tool"])],
      dependencies: [.package(url: "https://example.org/Yams", exact: "6.2.2")],
      targets: [
        .systemLibrary(name: "CLines", pkgConfig: "lines", providers: [.apt(["lines-dev"])]),
        .target(name: "Documents"),
        .target(name: "Forms", dependencies: ["Documents", yams], plugins: ["Embed"]),
        .executableTarget(name: "small-tool", dependencies: ["Forms", .product(name: "Parser", package: "parser")]),
        .target(name: "Twins", dependencies: ["small-tool"], path: "Tests/Twins"),
        .plugin(name: "Embed", capability: .buildTool(), dependencies: ["small-tool"]),
        .testTarget(name: "FormsTests", dependencies: ["Forms"]),
      ],
      swiftLanguageModes: [.v6])
    """

  @Test func aManifestIsReadWithItsFoldersAndArrows() throws {
    let targets = try Manifest(Self.small).targets
    #expect(
      targets == [
        .init(name: "CLines", folder: "Sources/CLines", arrows: []),
        .init(name: "Documents", folder: "Sources/Documents", arrows: []),
        .init(name: "Forms", folder: "Sources/Forms", arrows: ["Documents", "Yams"]),
        .init(name: "small-tool", folder: "Sources/small-tool", arrows: ["Forms", "Parser"]),
        .init(name: "Twins", folder: "Tests/Twins", arrows: ["small_tool"]),
        .init(name: "Embed", folder: "Plugins/Embed", arrows: ["small_tool"]),
        .init(name: "FormsTests", folder: "Tests/FormsTests", arrows: ["Forms"]),
      ])
  }

  @Test(
    arguments: [
      "let package = Package(name: \"a\")",
      "let package = Package(targets: rooms)",
      "let package = Package(targets: [.target(name: \"A\", dependencies: [unknown])])",
      "let package = Package(targets: [.target(name: \"A\", dependencies: b + c)])",
      "let package = Package(targets: [.target(name: \"A\")",
      "",
    ])
  func aManifestThatIsNoPlainLiteralIsRefused(text: String) {
    #expect(throws: ManifestProblem.self) { try Manifest(text) }
  }

  @Test(
    arguments: [
      ("Sources/Forms/A.swift", "import Storage", ["Storage"]),
      ("Sources/Forms/A.swift", "  import struct Storage.Disk", ["Storage"]),
      ("Sources/Forms/A.swift", "@testable import Storage", ["Storage"]),
      ("Sources/Forms/A.swift", "@_spi(Inner) package import Storage", ["Storage"]),
      ("Sources/Forms/A.swift", "import Documents\u{3B} import Storage", ["Storage"]),
      ("Sources/Forms/Deep/A.swift", "import Documents\nprivate import class Twins.Disk\n", ["Twins"]),
      ("Sources/Documents/A.swift", "import Forms\nimport Yams", ["Forms", "Yams"]),
      ("Sources/small-tool/A.swift", "import Documents", ["Documents"]),
      ("Tests/FormsTests/A.swift", "import Documents\nimport Forms\nimport Testing", ["Documents"]),
      ("Sources/Forms/A.swift", "import Documents\nimport Yams\nimport Forms", []),
      ("Tests/Twins/A.swift", "import Foundation\nimport small_tool", []),
      ("Sources/Forms/A.swift", "// import Storage\nlet important = 1\n#if canImport(Storage)", []),
    ])
  func aPlantedImportIsFound(path: String, text: String, modules: [String]) throws {
    let found = strayImports(in: text, at: path, try Manifest(Self.small))
    #expect(found.count == modules.count)
    for (line, module) in zip(found, modules) { #expect(line.contains("imports \(module),"), "\(line)") }
  }

  @Test func aFileOutsideEveryTargetIsFound() throws {
    let found = strayImports(in: "", at: "Sources/Attic/A.swift", try Manifest(Self.small))
    #expect(found == ["Sources/Attic/A.swift: belongs to no target of the manifest"])
  }

  @Test func everyImportIsAnArrowOfTheManifest() throws {
    let manifest = try Manifest(House.text("Package.swift"))
    let files = ["Sources", "Tests", "Plugins"].flatMap { House.files(under: $0, endingIn: ["swift"]) }
    #expect(files.count > 100)
    let found = try files.flatMap { strayImports(in: try House.text($0), at: $0, manifest) }
    #expect(found == [])
  }
}
