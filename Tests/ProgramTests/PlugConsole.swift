import Console
import Documents
import Storage
import TestSupport

/// A keyboard that types lines until the plug is pulled, and then is gone.
final class PlugConsole: LineReading, TextEditing, Output {
  private var lines: ArraySlice<String>
  private let disk: MemoryDisk
  private let atPrompt: () throws -> Void
  /// Prompts that were asked while the disk was there.
  private(set) var asked = 0
  private(set) var problem: (any Error)?
  /// Whether the keyboard goes when the disk fails, as with the plug; else it is there again after three prompts.
  private let goesWithDisk: Bool
  private var promptsSinceFailure = 0

  let isInteractive = true
  let width = 80
  let height = 24
  let isPlain = false
  let editorLack: EditorLack? = .terminal

  init(_ lines: [String], disk: MemoryDisk, goesWithDisk: Bool = true, atPrompt: @escaping () throws -> Void = {}) {
    self.goesWithDisk = goesWithDisk
    self.lines = lines[...]
    self.disk = disk
    self.atPrompt = atPrompt
  }

  func readLine(_ request: LineRequest) -> LineEvent {
    if disk.hasFailed {
      if goesWithDisk { return .hangUp("") }
      promptsSinceFailure += 1
      if promptsSinceFailure == 3 { disk.mend() }
    }
    asked += 1
    do { try atPrompt() } catch { problem = error }
    guard let line = lines.popFirst() else { return .hangUp("") }
    return .line(line)
  }

  func edit(fileAt path: String) -> EditorEnd { .didNotRun(.terminal) }
  func waitForKey(seconds: Int, tick: (Int) -> Void) {}
  private(set) var allSaid: [String] = []
  func say(_ line: StyledLine) { allSaid.append(line.text) }
  func complain(_ text: String) { allSaid.append(text) }
  func put(_ text: String) {}
  func clearScreen() {}
}

extension MemoryDisk {
  func journal() throws -> [[UInt8]] {
    let names = (try entries(in: ".attune/journal") ?? []).map(\.name).filter { $0.hasSuffix(".jsonl") }
    guard let name = names.first, let bytes = try read(".attune/journal/\(name)", limit: .max) else { return [] }
    // What is torn was never acknowledged.
    let written = bytes.prefix { $0 != 0 }
    return written[..<(written.lastIndex(of: 0x0A) ?? 0)].split(separator: 0x0A).map(Array.init)
  }

  func documents() throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for shelf in Shelf.allCases {
      for client in try entries(in: shelf.rawValue) ?? [] {
        let folder = "\(shelf.rawValue)/\(client.name)"
        for file in try entries(in: folder) ?? [] where file.kind == .file {
          found["\(folder)/\(file.name)"] = try read("\(folder)/\(file.name)", limit: .max)
        }
      }
    }
    return found
  }
}
