import Documents

extension Disk {
  /// Puts `bytes` at `path` for good: at any moment, power cuts included, the old or the new is there whole.
  func replace(_ path: String, with bytes: [UInt8]) throws(StoreProblem) {
    let current = try kind(of: path)
    guard current == nil || current == .file else { throw .notPlain(path: named(path)) }
    let fresh = freshPath(for: path)
    do {
      // One that a crash has left: writers of this path hold the same lock, so it is nobody's.
      try remove(fresh)
      let file = try create(fresh)
      try file.append(bytes)
      try file.sync()
      file.close()
      try rename(fresh, to: path)
    } catch {
      // What cannot even be removed is removed by the next write, and no reader looks at it.
      do { try remove(fresh) } catch _ {}
      throw error
    }
    try syncFolder(folder(of: path))
  }

  /// Makes durable what is at `path` already, since who put it there may have died before that.
  func settle(_ path: String) throws(StoreProblem) {
    try remove(freshPath(for: path))
    guard let file = try open(path) else { return }
    try file.sync()
    file.close()
    try syncFolder(folder(of: path))
  }

  /// The name under which the next content of `path` is written.
  func freshPath(for path: String) -> String {
    let folder = folder(of: path)
    return "\(folder)\(folder.isEmpty ? "" : "/").\(path.dropFirst(folder.isEmpty ? 0 : folder.count + 1)).new"
  }

  func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }
}
