import Documents
import Glibc

/// Tells, without looking into a file or folder, whether it was changed since.
struct FileStamp: Hashable {
  /// Which file it is, its length, and when its bytes and its names were last changed, in one number. Two of them are
  /// one by chance once in 2^64.
  let number: Int64
  /// Whether a change from now on would change the stamp: one within the same tick of the disk's clock might not.
  let isSettled: Bool

  /// `now` is in seconds of the clock that stamps files.
  init(_ status: stat, at now: Int) {
    var mixed = StampMixer()
    for part in [
      Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
      status.st_ctim.tv_nsec,
    ] {
      mixed.add(UInt64(bitPattern: Int64(part)))
    }
    number = mixed.number
    // A clock that was set back leaves changes that are still to come: those are never settled.
    isSettled = now - status.st_ctim.tv_sec >= 2
  }

  /// As an index keeps it: what is not settled is looked at again.
  var kept: Int64 { isSettled ? number : 0 }
}

/// Makes one number of several: the finalizer of SplitMix64 after each.
struct StampMixer {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  var number: Int64 { Int64(bitPattern: state) }

  mutating func add(_ part: UInt64) {
    var mixed = state ^ part
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    state = mixed ^ (mixed >> 31)
  }

  mutating func add(_ name: String) { for byte in name.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 } }
}

/// A file or folder that was looked at.
struct Stamped {
  let name: String
  let stamp: FileStamp
}

extension PosixDisk {
  /// What of one kind lies in a folder, each with its stamp; `now` is in seconds.
  func stamps(
    of kind: FileKind, in path: String, at now: Int, where isMeant: (String) -> Bool
  ) throws(StoreProblem) -> [Stamped] {
    guard let folder = try folder(path) else { return [] }
    let number = folder.number
    var stamps: [Stamped] = []
    for entry in try entries(in: path) ?? [] {
      // A link is followed nowhere, and left out nowhere in silence.
      if entry.kind == .other, isMeant(entry.name) { throw .notPlain(path: named("\(path)/\(entry.name)")) }
      guard entry.kind == kind, isMeant(entry.name) else { continue }
      var status = stat()
      let isThere = try attemptIfThere(named("\(path)/\(entry.name)")) {
        Int(fstatat(number, entry.name, &status, AT_SYMLINK_NOFOLLOW))
      }
      if isThere != nil { stamps.append(Stamped(name: entry.name, stamp: FileStamp(status, at: now))) }
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
}

/// The time by which this machine's files are stamped, in seconds.
package func secondsOfFiles() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  return now.tv_sec
}
