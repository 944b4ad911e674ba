import ArgumentParser
import Glibc

/// `attune-bench corpus N DIR`: a practice of so many synthetic documents, the same ones every time.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus", abstract: "Writes a practice of so many synthetic documents into a new folder.")

  @Argument(help: ArgumentHelp("How many documents.", valueName: "number"))
  var count: Int
  @Argument(help: ArgumentHelp("The folder, which is made.", valueName: "folder"))
  var folder: String
  @Option(help: ArgumentHelp("Another seed gives other documents.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...10_000_000).contains(count) else { throw ValidationError("‘\(count)’ is no number of documents.") }
  }

  func run() throws {
    guard access(folder, F_OK) != 0 else { throw ValidationError("‘\(folder)’ is there already.") }
    try Corpus(count: count, seed: seed).write(into: folder)
    print("\(count) documents in \(folder)")
  }
}
