import Documents
import Glibc

/// The bytes of a file that a person named on the command line.
func readNamedFile(_ path: String) throws(StoreProblem) -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else {
    switch errno {
    case ENOENT, ENOTDIR: throw .notFound(name: path)
    case EACCES, EPERM: throw .notPermitted(path: path)
    case let code: throw .failed(path: path, errno: code)
    }
  }
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
