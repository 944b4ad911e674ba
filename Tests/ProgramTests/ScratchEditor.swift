import Foundation
import TestSupport

/// An editor for a test: a shell script, whose `$file` is what it is to edit and whose `$root` is a folder for what it
/// wants to tell.
struct ScratchEditor {
  let practice: ScratchPractice
  private let path: String

  init(_ practice: ScratchPractice, _ script: String) throws {
    self.practice = practice
    let head = "root='\(practice.root)'\nfor file; do :; done\n"
    path = try practice.file("an editor", Array((head + script + "\n").utf8))
  }

  /// As a person sets it, with words of its own behind it. The shell is what is run: a file that was just written may
  /// still be open in another test's child, and the system does not run it then.
  var environment: [String: String] { ["VISUAL": "sh '\(path)' --wait \"two words\"", "EDITOR": "/nowhere/editor"] }

  /// What the script told.
  func told(_ name: String) throws -> String {
    try String(decoding: practice.bytes(of: "\(practice.root)/\(name)"), as: UTF8.self)
  }

  /// Whether it has told that yet.
  func hasTold(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(practice.root)/\(name)") }
}

extension ScratchPractice {
  /// What lies where editors are given their texts.
  func edits(of client: String = "SYN-MAPLE") -> [String] {
    ScratchPractice.files(under: "\(place)/Private/\(client)/.edit")
  }
}
