import CPlatform
import Documents
import Glibc

/// A folder of the operating system. Each step of a path is opened from the one before, never through a link, so that
/// no folder can be changed for a link between looking and writing.
package final class PosixDisk: Disk {
  package let place: String

  package init(place: String) {
    self.place = place.count > 1 && place.hasSuffix("/") ? String(place.dropLast()) : place
  }

  package func makeRoot() throws(StoreProblem) {
    var above = place.hasPrefix("/") ? "/" : "."
    for step in place.split(separator: "/") {
      let here = "\(above)/\(step)"
      do {
        try attempt(place) { Int(mkdir(here, 0o700)) }
        try sync(Descriptor(Int32(try attempt(above) { Int(Glibc.open(above, folderFlags)) })), at: above)
      } catch .failed(_, EEXIST) {
        // It may be a link to a folder: that is the person's own affair.
      }
      above = here
    }
  }

  package func kind(of path: String) throws(StoreProblem) -> FileKind? {
    try mode(of: path).map { FileKind(mode: $0) }
  }

  package func isOpenToOthers(_ path: String) throws(StoreProblem) -> Bool {
    try mode(of: path).map { $0 & 0o077 != 0 } ?? false
  }

  private func mode(of path: String) throws(StoreProblem) -> mode_t? {
    let (parent, name) = split(path)
    guard let folder = try folder(parent) else { return nil }
    var status = stat()
    let found = try attemptIfThere(named(path)) {
      Int(fstatat(folder.number, name.isEmpty ? "." : name, &status, AT_SYMLINK_NOFOLLOW))
    }
    return found == nil ? nil : status.st_mode
  }

  package func makeFolder(_ path: String) throws(StoreProblem) {
    let (parent, name) = split(path)
    let folder = try existing(parent)
    try attempt(named(path)) { Int(mkdirat(folder.number, name, 0o700)) }
  }

  package func read(_ path: String, limit: Int) throws(StoreProblem) -> [UInt8]? {
    // Without O_NONBLOCK the open of a named pipe would wait for somebody to write into it.
    guard let file = try file(path, O_RDONLY | O_NONBLOCK) else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count < limit {
      let count = try attempt(named(path)) { Glibc.read(file.number, &chunk, min(chunk.count, limit - bytes.count)) }
      if count == 0 { break }
      bytes += chunk.prefix(count)
    }
    return bytes
  }

  package func create(_ path: String) throws(StoreProblem) -> any DiskFile {
    guard let file = try file(path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL) else {
      throw .failed(path: named(path), errno: ENOENT)
    }
    return PosixFile(file, path: named(path))
  }

  package func open(_ path: String) throws(StoreProblem) -> (any DiskFile)? {
    guard let file = try file(path, O_WRONLY | O_APPEND | O_NONBLOCK) else { return nil }
    return PosixFile(file, path: named(path))
  }

  package func rename(_ path: String, to newPath: String) throws(StoreProblem) {
    let (parent, name) = split(path)
    let (newParent, newName) = split(newPath)
    let folder = try existing(parent)
    let newFolder = try existing(newParent)
    try attempt(named(newPath)) { Int(renameat(folder.number, name, newFolder.number, newName)) }
  }

  package func remove(_ path: String) throws(StoreProblem) -> Bool { try unlink(path, flags: 0) }

  package func removeFolder(_ path: String) throws(StoreProblem) -> Bool { try unlink(path, flags: AT_REMOVEDIR) }

  package func syncFolder(_ path: String) throws(StoreProblem) { try sync(existing(path), at: named(path)) }
}

// MARK: - Steps

private let folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

extension PosixDisk {
  private func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  /// The folder at `path`, or nothing.
  func folder(_ path: String) throws(StoreProblem) -> Descriptor? {
    guard let root = try attemptIfThere(place, { Int(Glibc.open(place, folderFlags)) }) else { return nil }
    var here = Descriptor(Int32(root))
    for step in path.split(separator: "/") {
      let parent = here.number
      let next = try attemptIfThere(named(path)) { Int(openat(parent, String(step), folderFlags | O_NOFOLLOW)) }
      guard let next else { return nil }
      here = Descriptor(Int32(next))
    }
    return here
  }

  private func existing(_ path: String) throws(StoreProblem) -> Descriptor {
    guard let folder = try folder(path) else { throw .failed(path: named(path), errno: ENOENT) }
    return folder
  }

  /// The plain file at `path`, or nothing.
  func file(_ path: String, _ flags: Int32) throws(StoreProblem) -> Descriptor? {
    let (parent, name) = split(path)
    guard let folder = try folder(parent) else { return nil }
    let opened = try attemptIfThere(named(path)) {
      Int(openat(folder.number, name, flags | O_NOFOLLOW | O_CLOEXEC, 0o600))
    }
    guard let opened else { return nil }
    let file = Descriptor(Int32(opened))
    var status = stat()
    try attempt(named(path)) { Int(fstat(file.number, &status)) }
    guard FileKind(mode: status.st_mode) == .file else { throw .notPlain(path: named(path)) }
    return file
  }

  private func unlink(_ path: String, flags: Int32) throws(StoreProblem) -> Bool {
    let (parent, name) = split(path)
    guard let folder = try folder(parent) else { return false }
    return try attemptIfThere(named(path)) { Int(unlinkat(folder.number, name, flags)) } != nil
  }

  private func sync(_ folder: consuming Descriptor, at path: String) throws(StoreProblem) {
    let number = folder.number
    do {
      try attempt(path) { Int(fsync(number)) }
    } catch .failed(_, EINVAL) {
      // Some network file systems cannot sync a folder and keep its names by themselves.
    }
  }
}

extension FileKind {
  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
  }
}
