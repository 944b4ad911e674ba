import Documents
import Glibc

/// A disk in memory: what a replay keeps its practice on, and what tests pull the plug of. What was written and what
/// was synced are kept apart.
package final class MemoryDisk: Disk {
  package let place: String
  package let root = MemoryFolder()
  private var hasRoot: Bool
  private var locks: Set<String> = []

  /// Every call so far, as a verb and a path.
  package private(set) var calls: [String] = []
  package var fault: Fault?

  package init(place: String = "/practice", hasRoot: Bool = false) {
    self.place = place
    self.hasRoot = hasRoot
  }

  package func makeRoot() throws(StoreProblem) {
    try begin("makeRoot", "")
    hasRoot = true
  }

  package func kind(of path: String) throws(StoreProblem) -> FileKind? {
    try begin("kind", path)
    return try node(path)?.kind
  }

  package func isOpenToOthers(_ path: String) throws(StoreProblem) -> Bool { false }

  package func entries(in folder: String) throws(StoreProblem) -> [DiskEntry]? {
    try begin("entries", folder)
    return try self.folder(folder)?.names.map { DiskEntry(name: $0, kind: $1.kind) }
  }

  package func makeFolder(_ path: String) throws(StoreProblem) {
    try begin("makeFolder", path)
    try add(.folder(MemoryFolder()), at: path)
  }

  package func read(_ path: String, limit: Int) throws(StoreProblem) -> [UInt8]? {
    try begin("read", path)
    return try file(path).map { Array($0.bytes.prefix(limit)) }
  }

  package func create(_ path: String) throws(StoreProblem) -> any DiskFile {
    try begin("create", path)
    let file = MemoryFile()
    try add(.file(file), at: path)
    return MemoryHandle(file, path: path, on: self)
  }

  package func open(_ path: String) throws(StoreProblem) -> (any DiskFile)? {
    try begin("open", path)
    return try file(path).map { MemoryHandle($0, path: path, on: self) }
  }

  package func rename(_ path: String, to newPath: String) throws(StoreProblem) {
    try begin("rename", newPath)
    let (folder, name) = try parent(of: path)
    let (newFolder, newName) = try parent(of: newPath)
    guard let node = folder.names.removeValue(forKey: name) else {
      throw .failed(path: named(path), errno: ENOENT)
    }
    newFolder.names[newName] = node
  }

  package func remove(_ path: String) throws(StoreProblem) -> Bool {
    try begin("remove", path)
    guard try node(path) != nil else { return false }
    let (folder, name) = try parent(of: path)
    return folder.names.removeValue(forKey: name) != nil
  }

  package func removeFolder(_ path: String) throws(StoreProblem) -> Bool {
    try begin("removeFolder", path)
    guard let old = try self.folder(path) else { return false }
    guard old.names.isEmpty else { throw .failed(path: named(path), errno: ENOTEMPTY) }
    let (folder, name) = try parent(of: path)
    return folder.names.removeValue(forKey: name) != nil
  }

  package func syncFolder(_ path: String) throws(StoreProblem) {
    try begin("syncFolder", path)
    guard let folder = try folder(path) else { throw .failed(path: named(path), errno: ENOENT) }
    folder.durable = folder.names
  }

  package func lock(_ path: String, byte: Int64, patient: Bool) throws(StoreProblem) -> (any DiskLock)? {
    try begin("lock", path)
    if try file(path) == nil { try add(.file(MemoryFile()), at: path) }
    let key = "\(path) \(byte)"
    guard locks.insert(key).inserted else { return nil }
    return MemoryLock { [weak self] in self?.locks.remove(key) }
  }

  /// Puts a symbolic link at `path`, as somebody might who wants the practice to write elsewhere.
  package func makeLink(at path: String) throws(StoreProblem) { try add(.link, at: path) }

  /// Writes a file behind the practice's back, for good.
  package func place(_ bytes: [UInt8], at path: String) throws(StoreProblem) {
    let file = MemoryFile()
    file.bytes = bytes
    file.durable = bytes
    let (folder, name) = try parent(of: path)
    folder.names[name] = .file(file)
    folder.durable[name] = .file(file)
  }

  func begin(_ verb: String, _ path: String) throws(StoreProblem) {
    calls.append("\(verb) \(path)")
    if let code = fault?.strikes(call: calls.count) { throw StoreProblem(errno: code, path: named(path)) }
  }
}

// MARK: - Nodes

package enum MemoryNode {
  case file(MemoryFile)
  case folder(MemoryFolder)
  case link

  package var kind: FileKind {
    switch self {
    case .file: .file
    case .folder: .folder
    case .link: .other
    }
  }
}

package final class MemoryFile {
  package var bytes: [UInt8] = []
  package var durable: [UInt8] = []
  /// A sync has failed: the system has dropped what it should have written, and later syncs say nothing of it.
  package var hasLost = false
}

package final class MemoryFolder {
  package var names: [String: MemoryNode] = [:]
  package var durable: [String: MemoryNode] = [:]
}

extension MemoryDisk {
  private func split(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

  private func node(_ path: String) throws(StoreProblem) -> MemoryNode? {
    guard hasRoot else { return nil }
    var here = MemoryNode.folder(root)
    for step in split(path) {
      guard case .folder(let folder) = here else { throw .notPlain(path: named(path)) }
      guard let next = folder.names[step] else { return nil }
      here = next
    }
    return here
  }

  private func folder(_ path: String) throws(StoreProblem) -> MemoryFolder? {
    switch try node(path) {
    case .folder(let folder): folder
    case nil: nil
    case .file, .link: throw .notPlain(path: named(path))
    }
  }

  private func file(_ path: String) throws(StoreProblem) -> MemoryFile? {
    switch try node(path) {
    case .file(let file): file
    case nil: nil
    case .folder, .link: throw .notPlain(path: named(path))
    }
  }

  private func parent(of path: String) throws(StoreProblem) -> (MemoryFolder, String) {
    let steps = split(path)
    guard let folder = try folder(steps.dropLast().joined(separator: "/")), let name = steps.last else {
      throw .failed(path: named(path), errno: ENOENT)
    }
    return (folder, name)
  }

  private func add(_ node: MemoryNode, at path: String) throws(StoreProblem) {
    let (folder, name) = try parent(of: path)
    guard folder.names[name] == nil else { throw .failed(path: named(path), errno: EEXIST) }
    folder.names[name] = node
  }
}
