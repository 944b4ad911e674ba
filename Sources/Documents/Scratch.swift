/// A practice in memory. A replay can let every call fail, as when a program is killed where it stands.
package struct Scratch {
  package let store: any Store
  package let stop: () -> Void
  package let goOn: () -> Void
  /// A file by its whole path, and another content for it: what an editor sees of it.
  package let read: (String) throws(StoreProblem) -> [UInt8]
  package let write: (String, [UInt8]) throws(StoreProblem) -> Void

  package init(
    store: any Store, stop: @escaping () -> Void, goOn: @escaping () -> Void,
    read: @escaping (String) throws(StoreProblem) -> [UInt8],
    write: @escaping (String, [UInt8]) throws(StoreProblem) -> Void
  ) {
    self.store = store
    self.stop = stop
    self.goOn = goOn
    self.read = read
    self.write = write
  }
}
