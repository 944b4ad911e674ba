import Documents
import Glibc
import Storage
import TestSupport
import Testing

@Suite("A practice folder") struct FolderContractTests {
  @Test("is made once, with only what is needed", arguments: Twin.allCases)
  func prepare(twin: Twin) throws {
    let place = try Place(twin)
    #expect(try place.practice().openSessions() == [])
    #expect(try place.practice().documents(includingPrivate: true) == [])
    #expect(try place.practice().prepare())
    #expect(try !place.practice().prepare())
    #expect(try place.disk.entries(in: "") == [DiskEntry(name: ".attune", kind: .folder)])
    #expect(try place.disk.entries(in: ".attune") == [DiskEntry(name: "journal", kind: .folder)])
  }

  @Test("is for its owner only, every folder and file")
  func modes() throws {
    let place = try Place(.posix)
    let practice = try place.prepared()
    for text in ["one", "two"] { try practice.save(document(text: text), markdown: text) }
    try practice.save(document("refl-20260209-aaaa", kind: "reflection"), markdown: "")
    let journal = try practice.beginJournal("SYN-MAPLE.chain-20260209-k3f9")
    try journal.append(bytes("1"))
    try journal.keep(draft: "/note")
    try journal.keep(draft: "word")
    _ = try journal.beginEdit("word")
    var looked = 0
    for (path, kind) in try tree(of: place.disk, under: "") {
      var status = stat()
      #expect(lstat(place.disk.named(path), &status) == 0)
      #expect(status.st_mode & 0o7777 == (kind == .folder ? 0o700 : 0o600), "\(path)")
      looked += 1
    }
    #expect(looked > 15)
    #expect(try !tree(of: place.disk, under: "").contains { $0.path.hasSuffix(".new") })
  }

  @Test("writes through no link, wherever it stands", arguments: Twin.allCases, linkPlaces)
  func links(twin: Twin, path: String) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    let outside = try Place(.posix)
    _ = try outside.prepared()
    var folder = ""
    for step in path.split(separator: "/").dropLast() {
      folder += folder.isEmpty ? String(step) : "/\(step)"
      if try place.disk.kind(of: folder) == nil { try place.disk.makeFolder(folder) }
    }
    if try place.disk.kind(of: path) == .folder { _ = try place.disk.removeFolder(path) }
    try place.makeLink(at: path, to: outside.disk.place)
    let name = "SYN-MAPLE.chain-20260209-k3f9"
    #expect(throws: StoreProblem.notPlain(path: place.disk.named(path))) {
      try practice.save(document(text: "one"), markdown: "one")
      try practice.save(document(text: "two"), markdown: "two")
      let journal = try place.practice().beginJournal(name)
      try journal.keep(draft: "word")
      try journal.keep(draft: "/private word")
      _ = try journal.beginEdit("word")
    }
    #expect(try tree(of: outside.disk, under: "").map(\.path).sorted() == [".attune", ".attune/journal"])
  }

  @Test("reads through no link", arguments: Twin.allCases)
  func readsNoLink(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    try place.disk.makeFolder("Clients")
    try place.disk.makeFolder("Clients/SYN-MAPLE")
    let path = "Clients/SYN-MAPLE/chain-20260209-k3f9.json"
    try place.makeLink(at: path, to: "/etc/passwd")
    try place.makeLink(at: "practice.yaml", to: "/etc/passwd")
    let problem = StoreProblem.notPlain(path: place.disk.named(path))
    #expect(throws: problem) { try practice.documents(includingPrivate: false) }
    #expect(throws: problem) { try practice.load(#require(DocumentID("chain-20260209-k3f9")), includingPrivate: false) }
    #expect(throws: StoreProblem.notPlain(path: place.disk.named("practice.yaml"))) {
      try practice.file("practice.yaml")
    }
  }

  @Test("does not wait for a named pipe in the place of a file")
  func pipes() throws {
    let place = try Place(.posix)
    let practice = try place.prepared()
    #expect(mkfifo(place.disk.named("practice.yaml"), 0o600) == 0)
    #expect(throws: StoreProblem.notPlain(path: place.disk.named("practice.yaml"))) {
      try practice.file("practice.yaml")
    }
  }

  @Test(
    "says what a failed call means",
    arguments: [
      (ENOSPC, StoreProblem.noSpace(path: "p")), (EDQUOT, .noSpace(path: "p")), (EROFS, .readOnly(path: "p")),
      (EACCES, .notPermitted(path: "p")), (EPERM, .notPermitted(path: "p")), (ELOOP, .notPlain(path: "p")),
      (ENOTDIR, .notPlain(path: "p")), (EIO, .failed(path: "p", errno: EIO)),
    ])
  func meanings(code: Int32, problem: StoreProblem) { #expect(StoreProblem(errno: code, path: "p") == problem) }

  private func tree(of disk: any Disk, under folder: String) throws -> [(path: String, kind: FileKind)] {
    try (disk.entries(in: folder) ?? []).flatMap { entry in
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      return [(path, entry.kind)] + (entry.kind == .folder ? try tree(of: disk, under: path) : [])
    }
  }
}

private let linkPlaces = [
  "Clients", "Clients/SYN-MAPLE", "Clients/SYN-MAPLE/chain-20260209-k3f9.json",
  "Clients/SYN-MAPLE/chain-20260209-k3f9.md",
  ".attune/revisions", ".attune/revisions/chain-20260209-k3f9", ".attune/lock", ".attune/journal",
  ".attune/journal/SYN-MAPLE.chain-20260209-k3f9.draft", "Private", "Private/SYN-MAPLE", "Private/SYN-MAPLE/.journal",
  "Private/SYN-MAPLE/.journal/SYN-MAPLE.chain-20260209-k3f9.draft", "Private/SYN-MAPLE/.edit",
  "Private/SYN-MAPLE/.edit/SYN-MAPLE.chain-20260209-k3f9",
  "Private/SYN-MAPLE/.edit/SYN-MAPLE.chain-20260209-k3f9/answer.txt",
]
