import Documents

/// The few calls of a file system that a practice is kept with.
///
/// Paths are relative to the practice folder, their parts divided by `/`; the empty path is the folder itself. A
/// symbolic link anywhere inside is `notPlain`, as is anything that is neither a file nor a folder; links on the way
/// to the practice folder are the person's own affair. Nothing is durable before the `sync` that is meant for it.
package protocol Disk: AnyObject {
  /// The practice folder, as a person would name it.
  var place: String { get }

  /// Makes the practice folder and those above it where they are missing; the folders around what was made are synced.
  func makeRoot() throws(StoreProblem)

  /// What stands at `path`, or nothing.
  func kind(of path: String) throws(StoreProblem) -> FileKind?

  /// Whether anyone but its owner may read, write or enter what lies at a path.
  func isOpenToOthers(_ path: String) throws(StoreProblem) -> Bool

  /// What lies in a folder, in no order; nothing when there is no such folder.
  func entries(in folder: String) throws(StoreProblem) -> [DiskEntry]?

  /// Makes one folder, for the owner only.
  func makeFolder(_ path: String) throws(StoreProblem)

  /// The bytes of a file, no more than `limit` of them; nothing when there is none.
  func read(_ path: String, limit: Int) throws(StoreProblem) -> [UInt8]?

  /// Makes a new file, for the owner only. That there is one already is a failure.
  func create(_ path: String) throws(StoreProblem) -> any DiskFile

  /// Opens a file to add to it; nothing when there is none.
  func open(_ path: String) throws(StoreProblem) -> (any DiskFile)?

  /// Puts a file in the place of another, or where there was none.
  func rename(_ path: String, to newPath: String) throws(StoreProblem)

  /// Removes a file; returns whether there was one.
  @discardableResult
  func remove(_ path: String) throws(StoreProblem) -> Bool

  /// Removes an empty folder; returns whether there was one.
  @discardableResult
  func removeFolder(_ path: String) throws(StoreProblem) -> Bool

  /// Makes the names in a folder durable.
  func syncFolder(_ path: String) throws(StoreProblem)

  /// Locks one byte of a file, which is made when it is missing; nothing when another has it. When `patient`, some
  /// seconds are waited first.
  func lock(_ path: String, byte: Int64, patient: Bool) throws(StoreProblem) -> (any DiskLock)?
}

/// A file that is open to be added to.
package protocol DiskFile: AnyObject {
  /// Adds all of `bytes`; when it throws, some of them may be there.
  func append(_ bytes: [UInt8]) throws(StoreProblem)
  func truncate(to size: Int) throws(StoreProblem)

  /// Makes the bytes and the length durable. When it throws, what was added since the last time may be gone, and no
  /// later call brings it back.
  func sync() throws(StoreProblem)
  func close()
}

/// A lock that is held until it is released, this object goes, or the process dies.
package protocol DiskLock: AnyObject {
  func release()
}

package enum FileKind: Hashable, Sendable { case file, folder, other }

package struct DiskEntry: Hashable, Sendable {
  package let name: String
  package let kind: FileKind

  package init(name: String, kind: FileKind) {
    self.name = name
    self.kind = kind
  }
}

extension Disk {
  /// A path inside the practice, as a person would name it.
  package func named(_ path: String) -> String { path.isEmpty ? place : "\(place)/\(path)" }
}
