import Storage

extension MemoryDisk {
  /// Pulls the plug. Names and bytes that were not synced are there or not, as chance will have it; the tail of a file
  /// may be torn, or a run of NULs.
  package func crash(_ chance: inout Chance) {
    fault = nil
    root.crash(&chance)
  }
}

extension MemoryFolder {
  fileprivate func crash(_ chance: inout Chance) {
    for name in Set(names.keys).union(durable.keys).sorted() where !isSame(names[name], durable[name]) {
      if chance.coin() { names[name] = durable[name] }
    }
    for name in names.keys.sorted() {
      switch names[name] {
      case .file(let file): file.crash(&chance)
      case .folder(let folder): folder.crash(&chance)
      case .link, nil: break
      }
    }
    durable = names
  }

  private func isSame(_ a: MemoryNode?, _ b: MemoryNode?) -> Bool {
    switch (a, b) {
    case (.file(let a), .file(let b)): a === b
    case (.folder(let a), .folder(let b)): a === b
    case (.link, .link), (nil, nil): true
    default: false
    }
  }
}

extension MemoryFile {
  fileprivate func crash(_ chance: inout Chance) {
    if bytes != durable {
      if bytes.starts(with: durable) {
        let tail = bytes.dropFirst(durable.count)
        let kept = tail.prefix(Int.random(in: 0...tail.count, using: &chance))
        let zeros = [UInt8](repeating: 0, count: Int.random(in: 0...tail.count - kept.count, using: &chance))
        durable += kept + (chance.coin() ? zeros : [])
      } else if !hasLost, chance.coin() {
        durable = bytes
      }
    }
    bytes = durable
    hasLost = false
  }
}
