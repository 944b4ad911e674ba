import Documents

extension PracticeFolder {
  package func findings() throws(StoreProblem) -> [StoreFinding] {
    var found: [StoreFinding] = []
    if try disk.isOpenToOthers("") { found.append(.openToOthers(path: disk.place)) }
    try look(into: "", &found)
    return found
  }

  private func look(into folder: String, _ found: inout [StoreFinding]) throws(StoreProblem) {
    let entries = try disk.entries(in: folder) ?? []
    for entry in entries.sorted(by: { $0.name < $1.name }) {
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      switch entry.kind {
      case .other: found.append(.notPlain(path: disk.named(path)))
      case .file, .folder:
        if try disk.isOpenToOthers(path) { found.append(.openToOthers(path: disk.named(path))) }
        if entry.kind == .folder { try look(into: path, &found) }
      }
    }
  }
}
