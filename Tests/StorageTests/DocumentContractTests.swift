import Documents
import Storage
import TestSupport
import Testing

@Suite("Documents of a practice") struct DocumentContractTests {
  private let id = DocumentID("chain-20260209-k3f9")

  @Test("lie with their Markdown in the client's folder", arguments: Twin.allCases)
  func save(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    let file = try practice.save(document(), markdown: "# One\n")
    #expect(file.path == "\(place.disk.place)/Clients/SYN-MAPLE/chain-20260209-k3f9.json")
    #expect(file.markdownPath == "\(place.disk.place)/Clients/SYN-MAPLE/chain-20260209-k3f9.md")
    #expect(try place.text("Clients/SYN-MAPLE/chain-20260209-k3f9.json") == document().pretty)
    #expect(try place.text("Clients/SYN-MAPLE/chain-20260209-k3f9.md") == "# One\n")
    #expect(try practice.load(#require(id), includingPrivate: false) == document())
    #expect(try place.practice().documents(includingPrivate: false) == [file])
  }

  @Test(
    "of one client are those of all that are filed under it, also where a move was cut off", arguments: Twin.allCases)
  func ofAClient(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    for id in ["chain-20260209-k3f9", "chain-20260210-aaaa", "refl-20260210-bbbb"] {
      let kind = id.hasPrefix("refl") ? "reflection" : "chain"
      try practice.save(
        document(id, kind: kind, recordClass: kind == "chain" ? "clinicalRecord" : "private"), markdown: "")
    }
    let before = try #require(try place.text("Clients/SYN-MAPLE/chain-20260209-k3f9.json"))
    try practice.save(document().applying([.set("clientRef", "SYN-OTHER")]), markdown: "")
    // The old file is back, as after a power cut.
    try place.put(before, at: "Clients/SYN-MAPLE/chain-20260209-k3f9.json")
    for includingPrivate in [false, true] {
      let all = try practice.documents(includingPrivate: includingPrivate)
      for code in ["SYN-MAPLE", "SYN-OTHER", "SYN-NOBODY"] {
        let client = try #require(ClientCode(code))
        let own = try practice.documents(of: client, includingPrivate: includingPrivate)
        #expect(own == all.filter { $0.client == client }, "\(code)")
        for file in own { #expect(try practice.load(file) == practice.load(file.id, includingPrivate: true)) }
      }
    }
    #expect(try practice.documents(of: #require(ClientCode("SYN-MAPLE")), includingPrivate: true).count == 2)
  }

  @Test("keep the text that was signed, whatever is saved later", arguments: Twin.allCases)
  func signedText(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    let id = try #require(id)
    #expect(try practice.signedText(of: id) == nil)
    try practice.save(document(text: "one"), markdown: "one", signedText: "A. One: 1\n")
    try practice.save(document(text: "two"), markdown: "two")
    #expect(try place.text("Clients/SYN-MAPLE/chain-20260209-k3f9.signed.txt") == "A. One: 1\n")
    #expect(try place.practice().signedText(of: id) == Array("A. One: 1\n".utf8))
    #expect(try practice.documents(includingPrivate: false).count == 1)
    // Filed elsewhere, it goes along and nothing stays behind.
    try practice.save(document().applying([.set("clientRef", "SYN-OTHER")]), markdown: "two")
    #expect(try place.text("Clients/SYN-OTHER/chain-20260209-k3f9.signed.txt") == "A. One: 1\n")
    #expect(try place.disk.entries(in: "Clients/SYN-MAPLE")?.map(\.name) ?? [] == [])
  }

  @Test("keep their earlier revisions, and only those that differ", arguments: Twin.allCases)
  func revisions(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    for text in ["one", "one", "two", "two", "three"] {
      try practice.save(document(text: text), markdown: text)
    }
    let folder = ".attune/revisions/chain-20260209-k3f9"
    #expect(try place.disk.entries(in: folder)?.map(\.name).sorted() == ["0001.json", "0002.json"])
    #expect(try place.text("\(folder)/0001.json") == document(text: "one").pretty)
    #expect(try place.text("\(folder)/0002.json") == document(text: "two").pretty)
    #expect(try place.text("Clients/SYN-MAPLE/chain-20260209-k3f9.md") == "three")
  }

  @Test("give their earlier revisions back by number, private ones only when asked for", arguments: Twin.allCases)
  func revisionsRead(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    let id = try #require(id)
    #expect(try practice.revisions(of: id, includingPrivate: true) == [])
    #expect(try practice.load(id, revision: 1, includingPrivate: true) == nil)
    for text in ["one", "two", "three"] { try practice.save(document(text: text), markdown: "") }
    #expect(try practice.revisions(of: id, includingPrivate: false) == [1, 2])
    #expect(try practice.load(id, revision: 2, includingPrivate: false) == document(text: "two"))
    #expect(try practice.load(id, revision: 3, includingPrivate: false) == nil)
    try practice.save(document(recordClass: "private", text: "four"), markdown: "")
    #expect(try practice.revisions(of: id, includingPrivate: false) == [])
    #expect(try practice.load(id, revision: 3, includingPrivate: false) == nil)
    #expect(try practice.load(id, revision: 3, includingPrivate: true) == document(text: "three"))
    let path = "Private/SYN-MAPLE/.revisions/chain-20260209-k3f9/0003.json"
    try place.put("[]", at: path)
    let problem = JSONProblem(.unexpected("["), line: 1, column: 1)
    #expect(throws: StoreProblem.unreadable(path: place.disk.named(path), problem)) {
      try practice.load(id, revision: 3, includingPrivate: true)
    }
  }

  @Test("that are private lie apart, revisions too, and are found only when asked for", arguments: Twin.allCases)
  func privacy(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    let reflection = document("refl-20260209-aaaa", kind: "reflection", text: "secret")
    let file = try practice.save(reflection, markdown: "secret")
    try practice.save(document("refl-20260209-aaaa", kind: "reflection", text: "other"), markdown: "secret")
    #expect(file.isPrivate)
    #expect(try place.text("Private/SYN-MAPLE/.revisions/refl-20260209-aaaa/0001.json") == reflection.pretty)
    #expect(try practice.documents(includingPrivate: false) == [])
    #expect(try practice.documents(includingPrivate: true) == [file])
    let id = try #require(DocumentID("refl-20260209-aaaa"))
    #expect(try practice.load(id, includingPrivate: false) == nil)
    #expect(try practice.load(id, includingPrivate: true)?["text"] == "other")
    #expect(try place.disk.entries(in: ".attune/revisions") == nil)
    #expect(try place.disk.kind(of: "Clients") == nil)
  }

  @Test("move with their revisions when their class changes, there and back", arguments: Twin.allCases)
  func moves(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    try practice.save(document(text: "one"), markdown: "1")
    try practice.save(document(text: "two"), markdown: "2")
    let file = try practice.save(document(recordClass: "private", text: "two"), markdown: "3")
    let hidden = "Private/SYN-MAPLE/.revisions/chain-20260209-k3f9"
    #expect(file.isPrivate)
    #expect(try practice.documents(includingPrivate: true) == [file])
    #expect(try place.disk.entries(in: "Clients/SYN-MAPLE") == [])
    #expect(try place.disk.entries(in: ".attune/revisions") == [])
    #expect(try place.disk.entries(in: hidden)?.map(\.name).sorted() == ["0001.json", "0002.json"])
    #expect(try place.text("\(hidden)/0002.json") == document(text: "two").pretty)

    let back = try practice.save(document(text: "three"), markdown: "4")
    #expect(!back.isPrivate)
    #expect(try practice.documents(includingPrivate: true) == [back])
    #expect(try place.disk.kind(of: hidden) == nil)
    #expect(try place.disk.entries(in: ".attune/revisions/chain-20260209-k3f9")?.count == 3)
  }

  @Test("move when they were filed under the wrong client", arguments: Twin.allCases)
  func wrongClient(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    try practice.save(document(), markdown: "1")
    let file = try practice.save(document(client: "SYN-CEDAR"), markdown: "2")
    #expect(file.client.text == "SYN-CEDAR")
    #expect(try practice.documents(includingPrivate: true) == [file])
    #expect(try place.text(".attune/revisions/chain-20260209-k3f9/0001.json") == document().pretty)
  }

  @Test("have a fingerprint that changes with them", arguments: Twin.allCases)
  func fingerprint(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    let id = try #require(id)
    #expect(try practice.fingerprint(of: id) == nil)
    try practice.save(document(), markdown: "")
    let first = try practice.fingerprint(of: id)
    #expect(first == sha256(bytes(document().pretty)))
    try practice.save(document(text: "two"), markdown: "")
    #expect(try practice.fingerprint(of: id) != first)
  }

  @Test("that do not read are named with the place", arguments: Twin.allCases)
  func unreadable(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    try practice.save(document(), markdown: "")
    let path = "Clients/SYN-MAPLE/chain-20260209-k3f9.json"
    try place.put("{\n\"a\": }", at: path)
    let problem = JSONProblem(.unexpected("}"), line: 2, column: 6)
    #expect(throws: StoreProblem.unreadable(path: place.disk.named(path), problem)) {
      try practice.load(#require(id), includingPrivate: false)
    }
    try place.put("[]", at: path)
    #expect(throws: StoreProblem.self) { try practice.load(#require(id), includingPrivate: false) }
  }

  @Test(
    "have no place without an id, a kind and a code that cannot leave the folder",
    arguments: [
      document("x"), document(kind: "poem"), document(client: ".."), document(client: "../.."), document(client: "a/b"),
      document(client: ""), document(client: "."), document(client: "A\u{0}B"), document("../../x"), [], [:],
    ] as [JSON])
  func noPlace(document: JSON) throws {
    let practice = try memoryPractice()
    #expect(throws: StoreProblem.hasNoPlace) { try practice.save(document, markdown: "") }
    #expect(try practice.documents(includingPrivate: true) == [])
  }

  @Test("have their Markdown made again without a change of theirs", arguments: Twin.allCases)
  func markdown(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    let file = try practice.save(document(), markdown: "1")
    _ = try place.disk.remove("Clients/SYN-MAPLE/chain-20260209-k3f9.md")
    try practice.saveMarkdown("2", of: file)
    #expect(try place.text("Clients/SYN-MAPLE/chain-20260209-k3f9.md") == "2")
    #expect(try place.disk.kind(of: ".attune/revisions") == nil)
  }

  @Test("lie beside other files of the practice", arguments: Twin.allCases)
  func files(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    #expect(try practice.file("practice.yaml") == nil)
    #expect(try practice.files(in: "Templates") == [])
    try place.put("a: 1\n", at: "practice.yaml")
    try place.disk.makeFolder("Templates")
    try place.put("b", at: "Templates/mine.yaml")
    try place.put("c", at: "Templates/.mine.yaml.swp")
    #expect(try practice.file("practice.yaml") == bytes("a: 1\n"))
    #expect(try practice.file("Templates/mine.yaml") == bytes("b"))
    #expect(try practice.files(in: "Templates") == ["mine.yaml"])
    #expect(try practice.file("../practice.yaml") == nil)
  }
}
