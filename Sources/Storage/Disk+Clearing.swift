import Documents

extension Disk {
  /// Removes whatever stands at `path`, a folder with all that is in it; a link goes and not what it leads to. That
  /// nothing is there is no failure.
  func clear(_ path: String) throws(StoreProblem) {
    switch try kind(of: path) {
    case nil: return
    case .file, .other: try remove(path)
    case .folder:
      for entry in try entries(in: path) ?? [] { try clear("\(path)/\(entry.name)") }
      try removeFolder(path)
    }
  }
}
