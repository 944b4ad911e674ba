import Documents
import Glibc

/// Tells, without looking into a file or folder, whether it was changed since.
struct FileStamp: Hashable {
  /// Which file it is, its length, and when its bytes and its names were last changed.
  let text: String
  /// Whether a change from now on would change the stamp: one within the same tick of the disk's clock might not.
  let isSettled: Bool

  init(_ status: stat, at now: timespec) {
    let changed = status.st_ctim
    text =
      "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) "
      + "\(changed.tv_sec).\(changed.tv_nsec)"
    // A clock that was set back leaves changes that are still to come: those are never settled.
    isSettled = now.tv_sec - changed.tv_sec >= 2
  }

  /// As an index keeps it: what is not settled is looked at again.
  var kept: String { isSettled ? text : "" }
}

extension PosixDisk {
  /// The stamp of the folder at `path`, or nothing.
  func stamp(ofFolder path: String) throws(StoreProblem) -> FileStamp? {
    guard let folder = try folder(path) else { return nil }
    var status = stat()
    try attempt(named(path)) { Int(fstat(folder.number, &status)) }
    return FileStamp(status, at: now)
  }

  /// The plain files of a folder whose names end so, each with its stamp.
  func stamps(in path: String, ending suffix: String) throws(StoreProblem) -> [(name: String, stamp: FileStamp)] {
    guard let folder = try folder(path) else { return [] }
    let number = folder.number
    let now = now
    var stamps: [(name: String, stamp: FileStamp)] = []
    for entry in try entries(in: path) ?? [] where entry.kind == .file && entry.name.hasSuffix(suffix) {
      var status = stat()
      let isThere = try attemptIfThere(named("\(path)/\(entry.name)")) {
        Int(fstatat(number, entry.name, &status, AT_SYMLINK_NOFOLLOW))
      }
      if isThere != nil { stamps.append((entry.name, FileStamp(status, at: now))) }
    }
    return stamps
  }

  /// The length of the plain file at `path` in bytes; nothing where there is none.
  func size(of path: String) throws(StoreProblem) -> Int? {
    guard try kind(of: path) == .file, let file = try file(path, O_RDONLY | O_NONBLOCK) else { return nil }
    var status = stat()
    try attempt(named(path)) { Int(fstat(file.number, &status)) }
    return Int(status.st_size)
  }

  /// The time by which this machine's files are stamped.
  var now: timespec {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return now
  }
}
