import Foundation

/// The folder that the package lies in, and the files in it.
enum House {
  static let root = String(#filePath.dropLast("Tests/HouseTests/House.swift".count))

  static func text(_ path: String) throws -> String { try String(contentsOfFile: root + path, encoding: .utf8) }

  /// The names in the top folder, but for what Git and SwiftPM keep there.
  static func topLevel() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root).filter { $0 != "Package.resolved" }.sorted()
  }

  /// Every file under `folder` with one of these endings, as its path from the top folder, sorted.
  static func files(under folder: String, endingIn endings: Set<String>) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: root + folder) else { return [] }
    return walk.compactMap { $0 as? String }
      .filter { endings.contains(URL(filePath: $0).pathExtension) }
      .map { "\(folder)/\($0)" }
      .sorted()
  }
}
