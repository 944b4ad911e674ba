// swift-tools-version: 6.2
import PackageDescription

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let parser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let sqlite: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let ordered: Target.Dependency = .product(name: "OrderedCollections", package: "swift-collections")

let package = Package(
  name: "attune",
  products: [
    .executable(name: "attune", targets: ["attune"]),
    // Of the tests: loaded before the program by LD_PRELOAD.
    .library(name: "FaultyCalls", type: .dynamic, targets: ["FaultyCalls"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CEditline", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .yum(["libedit-devel"]), .brew(["libedit"])]),
    .target(name: "CPlatform"),

    .target(name: "Documents", dependencies: [ordered]),
    .target(name: "Forms", dependencies: ["Documents", yams], plugins: ["EmbedTemplates"]),
    .target(name: "Interviews", dependencies: ["Documents", "Forms"]),
    .target(name: "Checks", dependencies: ["Documents", "Forms"]),
    .target(name: "Insights", dependencies: ["Documents", "Forms", "Checks"]),
    .target(name: "Exchange", dependencies: ["Documents", "Forms"]),
    .target(name: "Console"),
    .target(
      name: "Sessions",
      dependencies: ["Console", "Documents", "Forms", "Interviews", "Checks", "Insights", "Exchange"]),
    .target(name: "Terminal", dependencies: ["Console", "CEditline", "CPlatform"]),
    .target(name: "Storage", dependencies: ["Documents", "Insights", "CPlatform", sqlite]),
    .target(
      name: "Commands",
      dependencies: [
        "Sessions", "Console", "Documents", "Forms", "Interviews", "Checks", "Insights", "Exchange", parser,
      ]),
    .executableTarget(
      name: "attune",
      dependencies: ["Commands", "Terminal", "Storage", "Sessions", "Console", "Documents", "CPlatform"]),

    .executableTarget(name: "embed-templates", dependencies: [yams]),
    .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),

    .executableTarget(
      name: "attune-bench", dependencies: ["PseudoTerminals", "Documents", parser], exclude: ["bare-loop"]),
    .executableTarget(
      name: "bare-loop", dependencies: ["CEditline"], path: "Sources/attune-bench/bare-loop",
      linkerSettings: [.linkedLibrary("edit")]),

    .target(name: "FaultyCalls", path: "Tests/FaultyCalls"),
    .target(name: "PseudoTerminals", path: "Tests/PseudoTerminals"),
    .target(
      name: "TestSupport", dependencies: ["Console", "Documents", "Storage", "Sessions", "PseudoTerminals"],
      path: "Tests/TestSupport"),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "TestSupport"]),
    .testTarget(name: "FormsTests", dependencies: ["Forms", "Documents", "TestSupport"]),
    .testTarget(name: "InterviewsTests", dependencies: ["Interviews", "Forms", "Documents", "TestSupport"]),
    .testTarget(name: "ChecksTests", dependencies: ["Checks", "Documents", "Forms", "TestSupport"]),
    .testTarget(name: "InsightsTests", dependencies: ["Insights", "Documents", "Forms", "Checks", "TestSupport"]),
    .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "Documents", "TestSupport"]),
    .testTarget(name: "ConsoleTests", dependencies: ["Console"]),
    .testTarget(name: "StorageTests", dependencies: ["Storage", "Documents", "Insights", "TestSupport", sqlite]),
    .testTarget(name: "SessionsTests", dependencies: ["Sessions", "Console", "Documents", "Forms", "TestSupport"]),
    .executableTarget(name: "line-echo", dependencies: ["Terminal", "Console"], path: "Tests/LineEcho"),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Console", "TestSupport", "PseudoTerminals", "line-echo"]),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "TestSupport", "PseudoTerminals", "Commands", "Sessions", "Interviews", "Forms", "Exchange", "Insights",
        "Console", "Documents", "Storage", "attune",
      ]),
    .testTarget(name: "BenchTests", dependencies: ["attune-bench"]),
    .target(
      name: "Fuzzing", dependencies: ["Documents", "Forms", "Interviews", "Sessions", "Console", "Terminal"],
      path: "Tests/Fuzzing"),
    .executableTarget(name: "attune-fuzz", dependencies: ["Fuzzing"], path: "Tests/FuzzRunner"),
    .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing", "TestSupport"]),
    .testTarget(name: "HouseTests"),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
}
