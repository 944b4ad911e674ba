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
    guard !text.isEmpty else {
      // To cut one takes as long as to sync an answer; its number says that it was answered.
      return keptIsAnswered ? () : try forgetDraft()
    }
    try settleBeginning()
    if kept?.path != path { try forgetDraft() }
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
        try cutToNothing(found)
      } else {
        draft = text
        kept = found
      }
    }
  }

  func forgetDraft() throws(StoreProblem) {
    if let kept { try cutToNothing(kept) }
  }

  /// Whether the line that is kept was answered, so that it may lie where it lies. A private one stands nowhere else.
  var keptIsAnswered: Bool {
    guard let kept, let behind = kept.behind, let count else { return false }
    return count > behind && !names.isPrivate && kept.path == names.draft(isPrivate: false)
  }

  private func cutToNothing(_ draft: KeptDraft) throws(StoreProblem) {
    if let file = try disk.open(draft.path) {
      try file.truncate(to: 0)
      try file.sync()
      file.close()
    }
    kept = nil
  }
}
