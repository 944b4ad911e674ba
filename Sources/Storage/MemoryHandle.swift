import Documents

/// A file of a `MemoryDisk`, open to be added to.
final class MemoryHandle: DiskFile {
  private let file: MemoryFile
  private let path: String
  private let disk: MemoryDisk

  init(_ file: MemoryFile, path: String, on disk: MemoryDisk) {
    self.file = file
    self.path = path
    self.disk = disk
  }

  func append(_ bytes: [UInt8]) throws(StoreProblem) {
    do {
      try disk.begin("append", path)
      file.bytes += bytes
    } catch {
      // A disk that is full takes what still fits.
      file.bytes += bytes.prefix(bytes.count / 2)
      throw error
    }
  }

  func truncate(to size: Int) throws(StoreProblem) {
    try disk.begin("truncate", path)
    file.bytes = Array(file.bytes.prefix(size))
  }

  func sync() throws(StoreProblem) {
    do {
      try disk.begin("sync", path)
      if !file.hasLost { file.durable = file.bytes }
    } catch {
      file.hasLost = true
      throw error
    }
  }

  func close() {}
}

final class MemoryLock: DiskLock {
  private var whenReleased: (() -> Void)?

  init(whenReleased: @escaping () -> Void) { self.whenReleased = whenReleased }

  deinit { release() }

  func release() {
    whenReleased?()
    whenReleased = nil
  }
}
