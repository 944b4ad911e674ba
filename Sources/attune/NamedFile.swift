import Documents
import Glibc

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

/// Writes a new file that a person named on the command line, for its owner only. After a failure there is none.
func writeNamedFile(_ path: String, _ bytes: [UInt8]) throws(StoreProblem) {
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard file >= 0 else { throw problem(of: path) }
  defer { close(file) }
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      let problem = problem(of: path)
      unlink(path)
      throw problem
    }
  }
  guard fsync(file) == 0 || errno == EINVAL else {
    let problem = problem(of: path)
    unlink(path)
    throw problem
  }
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
