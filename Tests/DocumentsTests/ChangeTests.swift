import Documents
import Testing

@Suite("A change of a tree") struct ChangeTests {
  private let tree: JSON = [
    "target": ["place": "kitchen"],
    "links": [["id": "l1", "text": "one"], ["id": "l2", "text": "two"], ["id": "l3", "text": "three"]],
    "tags": ["a", "b"],
  ]

  @Test(
    "finds a place by id, and by position where there are no ids",
    arguments: [
      ("target.place", "kitchen"), ("links.l2.text", "two"), ("tags.2", "b"),
    ])
  func finds(path: String, text: String) { #expect(tree[Path(path)] == .string(text)) }

  @Test(
    "finds nothing elsewhere", arguments: ["links.2.text", "links.l9", "tags.0", "tags.3", "target.place.x", "nowhere"])
  func nothing(path: String) { #expect(tree[Path(path)] == nil) }

  @Test("finds nothing at a number that is none of a list's, however small", arguments: [Int.min, -1, 0, 4, Int.max])
  func farOff(number: Int) {
    for list in ["links", "tags"] { #expect(tree[Path([list, String(number)])] == nil) }
  }

  @Test("finds by position what has no id, or an empty one", arguments: [nil, JSON.null, ""])
  func noID(id: JSON?) {
    var members: JSON.Members = ["text": "one"]
    members["id"] = id
    #expect(JSON.object(["links": [.object(members)]])["links.1.text" as Path] == "one")
  }

  @Test("sets, and makes the objects on the way")
  func sets() {
    let changed = tree.applying([.set("links.l2.at", "18:12"), .set("a.b.c", 1), .set("target.place", "hall")])
    #expect(changed["links.l2.at" as Path] == "18:12")
    #expect(changed["a"] == ["b": ["c": 1]])
    #expect(changed["target"] == ["place": "hall"])
    #expect(tree.applying([.set("links.l9.at", "18:12")]) == tree)
  }

  @Test("removes a field or an element")
  func removes() {
    let changed = tree.applying([.remove("target.place"), .remove("links.l2"), .remove("no.such.place")])
    #expect(changed["target"] == [:])
    #expect(changed["links"]?.array?.compactMap { $0["id"]?.string } == ["l1", "l3"])
    #expect(changed["no"] == nil)
  }

  @Test("inserts and moves by id")
  func inserts() {
    let changed = tree.applying([
      .insert(["id": "l4"], into: "links", at: nil), .insert(["id": "l5"], into: "links", at: 0),
      .move(id: "l1", in: "links", to: 4), .insert("x", into: "fresh", at: 7),
    ])
    #expect(changed["links"]?.array?.compactMap { $0["id"]?.string } == ["l5", "l2", "l3", "l4", "l1"])
    #expect(changed["fresh"] == ["x"])
  }

  @Test("keeps the order of keys")
  func order() {
    #expect(tree.applying([.set("links", []), .set("new", 1)]).object?.keys == ["target", "links", "tags", "new"])
  }
}

@Suite("A path") struct PathTests {
  @Test("covers itself and what lies under it")
  func covers() {
    #expect(Path("links.l3").covers("links.l3.at"))
    #expect(Path("links.l3").covers("links.l3"))
    #expect(!Path("links.l3").covers("links.l30"))
    #expect(Path("").covers("links"))
  }

  @Test("has a last step and a parent")
  func parts() {
    #expect(Path("links.l3.at").last == "at")
    #expect(Path("links.l3.at").parent == "links.l3")
    #expect(Path("links").appending("l3.at").description == "links.l3.at")
    #expect(Path("").isRoot)
  }
}
