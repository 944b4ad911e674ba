import Documents
import Glibc

/// An open file or folder of the operating system, closed when it goes.
struct Descriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Gives the number to who will close it.
  consuming func handOver() -> Int32 {
    let number = number
    discard self
    return number
  }
}

/// Makes a call of the operating system until it is not interrupted.
@discardableResult
func attempt(_ path: String, _ call: () -> Int) throws(StoreProblem) -> Int {
  while true {
    let result = call()
    if result >= 0 { return result }
    let code = errno
    guard code == EINTR else { throw StoreProblem(errno: code, path: path) }
  }
}

/// The same, returning nothing when there is no such file or folder.
func attemptIfThere(_ path: String, _ call: () -> Int) throws(StoreProblem) -> Int? {
  do {
    return try attempt(path, call)
  } catch .failed(_, ENOENT) {
    return nil
  }
}
