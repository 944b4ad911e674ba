import Documents
import Glibc
import Storage

/// The bytes of a file that a person named on the command line.
func readNamedFile(_ path: String) throws(StoreProblem) -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw problem(of: path) }
  defer { close(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(file, &buffer, buffer.count)
    if count == 0 { return bytes }
    guard count > 0 else {
      if errno == EINTR { continue }
      throw .failed(path: path, errno: errno)
    }
    bytes += buffer[..<count]
    // One byte more than is read anywhere: the reader says that it is too large.
    if bytes.count > JSON.sizeLimit { return bytes }
  }
}

/// Writes a new file that a person named, for its owner only; false where there is a file already. Nothing is left of
/// one that could not be written whole.
func writeNewFile(_ path: String, _ bytes: [UInt8]) throws(StoreProblem) -> Bool {
  let cut = path.lastIndex(of: "/")
  let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  let name = cut.map { String(path[path.index(after: $0)...]) } ?? path
  let disk = PosixDisk(place: folder)
  guard !name.isEmpty, try disk.kind(of: "") == .folder else { throw .notFound(name: path) }
  guard try disk.kind(of: name) == nil else { return false }
  do {
    let file = try disk.create(name)
    try file.append(bytes)
    try file.sync()
    file.close()
    try disk.syncFolder("")
    return true
  } catch {
    _ = try disk.remove(name)
    throw error
  }
}

/// Where a folder lies, links and dots followed; one that is not there yet lies in the folder that it is named in.
func trueName(_ path: String) -> String {
  if let real = realPath(path) { return real }
  let trimmed = path.last == "/" && path.count > 1 ? String(path.dropLast()) : path
  let cut = trimmed.lastIndex(of: "/")
  let parent = cut.map { $0 == trimmed.startIndex ? "/" : String(trimmed[..<$0]) } ?? "."
  let name = cut.map { String(trimmed[trimmed.index(after: $0)...]) } ?? trimmed
  return realPath(parent).map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" } ?? path
}

private func realPath(_ path: String) -> String? {
  guard let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}

/// Makes a folder for its owner only, where there is none.
func makeNamedFolder(_ path: String) throws(StoreProblem) {
  if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
  throw problem(of: path)
}

private func problem(of path: String) -> StoreProblem {
  switch errno {
  case ENOENT, ENOTDIR: .notFound(name: path)
  case EACCES, EPERM: .notPermitted(path: path)
  case ENOSPC, EDQUOT: .noSpace(path: path)
  case EROFS: .readOnly(path: path)
  case let code: .failed(path: path, errno: code)
  }
}
