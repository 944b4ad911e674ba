import Documents

/// Where the line being typed is kept, and how many lines the journal had when it was.
struct KeptDraft: Hashable {
  let path: String
  /// Nothing where the number was not known: then only the file itself says whether it is still wanted.
  let behind: Int?

  /// The line as it stands in its file, under a first line with the number, so that one that was answered meanwhile is
  /// known for that.
  func record(of text: String) -> [UInt8] { Array("\(Self.head) \(behind.map(String.init) ?? "?")\n\(text)".utf8) }

  /// The number and the text of a record. One without a head is a text, as it was kept before there were heads.
  static func read(_ record: [UInt8]) -> (behind: Int?, text: String) {
    let whole = String(decoding: record, as: UTF8.self)
    let parts = whole.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("\(head) ") else { return (nil, whole) }
    return (Int(parts[0].dropFirst(head.count + 1)), String(parts[1]))
  }

  private static let head = "typed behind line"
}

extension FileJournal {
  func keep(draft text: String) throws(StoreProblem) {
    let path = names.draft(isPrivate: names.isPrivate || text.utf8.first == UInt8(ascii: "/"))
    if let kept, kept.path != path || text.isEmpty { try letGo(of: kept, forGood: !text.isEmpty) }
    guard !text.isEmpty else { return }
    try folders.make(disk.folder(of: path))
    let draft = KeptDraft(path: path, behind: count)
    kept = draft
    try disk.replace(path, with: draft.record(of: text))
  }

  /// Finds the draft that a program left behind. One that its journal has outgrown was answered; it is cut to nothing.
  func takeUpDraft() throws(StoreProblem) {
    for isPrivate in [false, true] {
      let path = names.draft(isPrivate: isPrivate)
      guard let record = try disk.read(path, limit: JSON.sizeLimit), !record.isEmpty else { continue }
      let (behind, text) = KeptDraft.read(record)
      let found = KeptDraft(path: path, behind: behind)
      if let behind, behind < lines.count {
        try letGo(of: found, forGood: true)
      } else {
        draft = text
        kept = found
      }
    }
  }

  /// Cuts a draft to nothing. Unless that has to last it is not waited for when the journal has outgrown the draft: one
  /// that a power cut brings back is known by its number, and its words stand in the journal beside it. A private one
  /// stands nowhere else, and never comes back.
  private func letGo(of draft: KeptDraft, forGood: Bool) throws(StoreProblem) {
    let isAnswered = draft.behind.flatMap { behind in count.map { $0 > behind } } ?? false
    let isShared = draft.path == names.draft(isPrivate: false) && !names.isPrivate
    if let file = try disk.open(draft.path) {
      try file.truncate(to: 0)
      if forGood || !isAnswered || !isShared { try file.sync() }
      file.close()
    }
    kept = nil
  }
}
