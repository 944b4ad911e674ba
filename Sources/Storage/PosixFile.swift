import CPlatform
import Documents
import Glibc

/// A file of the operating system, open to be added to.
final class PosixFile: DiskFile {
  private let path: String
  private var number: Int32

  init(_ descriptor: consuming Descriptor, path: String) {
    self.path = path
    number = descriptor.handOver()
  }

  deinit { close() }

  func append(_ bytes: [UInt8]) throws(StoreProblem) {
    var written = 0
    while written < bytes.count {
      written += try attempt(path) {
        bytes[written...].withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
      }
    }
  }

  func truncate(to size: Int) throws(StoreProblem) {
    try attempt(path) { Int(ftruncate(number, off_t(size))) }
  }

  /// The corresponding C function is `fdatasync`: it keeps the bytes and the length, and spares the time stamps.
  func sync() throws(StoreProblem) {
    try attempt(path) { Int(fdatasync(number)) }
  }

  func close() {
    if number >= 0 { Glibc.close(number) }
    number = -1
  }
}

/// A lock on one byte, held by an open file of its own.
final class PosixLock: DiskLock {
  private var number: Int32

  init(_ descriptor: consuming Descriptor) { number = descriptor.handOver() }

  deinit { release() }

  func release() {
    if number >= 0 { close(number) }
    number = -1
  }
}

extension PosixDisk {
  package func lock(_ path: String, byte: Int64, patient: Bool) throws(StoreProblem) -> (any DiskLock)? {
    guard let file = try file(path, O_RDWR | O_CREAT) else { throw .failed(path: named(path), errno: ENOENT) }
    // Five seconds in all: who holds a lock that long for a few writes has stopped.
    var triesLeft = patient ? 500 : 0
    while attune_lock_byte(file.number, byte) != 0 {
      let code = errno
      guard code == EAGAIN || code == EACCES || code == EINTR else {
        throw StoreProblem(errno: code, path: named(path))
      }
      guard triesLeft > 0 else { return nil }
      triesLeft -= 1
      usleep(10_000)
    }
    return PosixLock(file)
  }
}
