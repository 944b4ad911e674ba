/// A practice in memory. A replay can let every call fail, as when a program is killed where it stands.
package struct Scratch {
  package let store: any Store
  package let stop: () -> Void
  package let goOn: () -> Void

  package init(store: any Store, stop: @escaping () -> Void, goOn: @escaping () -> Void) {
    self.store = store
    self.stop = stop
    self.goOn = goOn
  }
}
