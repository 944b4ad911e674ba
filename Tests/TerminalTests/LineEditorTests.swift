import Terminal
import Testing

/// A line that is typed at; `|` in what it shows is the cursor.
struct TypedLine {
  var editor = LineEditor()
  var words: [String] = []

  init(_ initial: String = "", words: [String] = []) {
    editor.begin(initial)
    self.words = words
  }

  @discardableResult mutating func press(_ keys: Key...) -> Reaction {
    var reaction = Reaction.nothing
    for key in keys { reaction = editor.handle(key, completions: { _ in words }) }
    return reaction
  }

  mutating func type(_ text: String) { for scalar in text.unicodeScalars { press(.typed(scalar)) } }

  var shown: String {
    var scalars = editor.text.scalars
    scalars.insert("|", at: editor.text.cursor)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

@Suite struct EditedLines {
  @Test func `What is put back twice and erased again does not grow without end`() {
    var line = TypedLine("twelve words")
    for _ in 1...40 { line.press(.eraseToStart, .yank, .yank) }
    #expect(line.editor.text.scalars.count <= LineEditor.mostByYank)
    #expect(line.editor.answer.hasPrefix("twelve wordstwelve words"))
  }

  @Test func `However long the line was that was erased, it can be put back`() {
    let long = String(repeating: "a ", count: 100_000)
    var line = TypedLine(long)
    line.press(.eraseToStart, .yank)
    #expect(line.editor.answer == long)
    #expect(line.press(.yank) == .nothing)
  }

  @Test(
    arguments: [
      ("one two", [Key.left], "one tw|o"), ("one two", [.wordLeft], "one |two"),
      ("one two", [.wordLeft, .wordLeft], "|one two"),
      ("can't do", [.first, .wordRight], "can't| do"), ("one two", [.first, .wordRight, .wordRight], "one two|"),
      ("one two", [.eraseLeft], "one tw|"), ("one two", [.first, .eraseRight], "|ne two"),
      ("one two", [.eraseWordLeft], "one |"), ("one two", [.first, .eraseWordRight], "| two"),
      ("one two", [.wordLeft, .eraseToStart], "|two"), ("one two", [.wordLeft, .eraseToEnd], "one |"),
      ("one two", [.eraseWordLeft, .first, .yank], "two|one "), ("one", [.first, .endOfInput], "|ne"),
      ("a👨‍👩‍👧b", [.left, .left], "a|👨‍👩‍👧b"), ("a👨‍👩‍👧b", [.left, .eraseLeft], "a|b"), ("👨‍👩‍👧b", [.first, .eraseRight], "|b"),
      ("ẋ̣", [.eraseLeft], "|"), ("🇫🇷🇩🇪", [.eraseLeft], "🇫🇷|"), ("👍🏽", [.first, .right], "👍🏽|"), ("นี้", [.eraseLeft], "|"),
      ("one\ntwo", [.home], "one\n|two"), ("one\ntwo", [.home, .home], "|one\ntwo"),
      ("one\ntwo", [.first, .end], "one|\ntwo"), ("one\ntwo", [.first, .end, .end], "one\ntwo|"),
      ("one\ntwo", [.up], "one|\ntwo"), ("one\ntwo\nthree", [.up, .up, .down], "one\ntwo|\nthree"),
      ("one", [.up], "one|"), ("one", [.down], "one|"),
      ("", [.left, .right, .eraseLeft, .eraseRight, .undo, .yank], "|"),
      ("one", [.newLine, .typed("t")], "one\nt|"),
    ] as [(String, [Key], String)])
  func keysMoveAndErase(initial: String, keys: [Key], shown: String) {
    var line = TypedLine(initial)
    for key in keys { line.press(key) }
    #expect(line.shown == shown)
  }

  @Test(arguments: [
    ("e\u{301}", "\u{E9}"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("a\u{323}\u{302}", "\u{1EAD}"),
    ("\u{212B}", "\u{C5}"),
    ("x\u{301}", "x\u{301}"), ("\u{301}", "\u{301}"),
  ])
  func whatIsTypedIsComposed(typed: String, kept: String) {
    var line = TypedLine()
    line.type(typed)
    #expect(line.editor.text.scalars == Array(kept.unicodeScalars))
    #expect(line.editor.text.cursor == kept.unicodeScalars.count)
  }

  @Test func typingIsTakenBackByTheWord() {
    var line = TypedLine()
    line.type("one two")
    line.press(.undo)
    #expect(line.shown == "one|")
    line.press(.undo)
    #expect(line.shown == "|")
    line.press(.redo, .redo, .redo)
    #expect(line.shown == "one two|")
  }

  @Test func everythingCanBeTakenBack() {
    var line = TypedLine("first")
    line.press(.pasted(" pasted"), .eraseWordLeft, .first, .eraseToEnd, .yank, .newLine)
    for _ in 0..<4 { line.press(.undo) }
    #expect(line.shown == "first pasted|")
    line.press(.undo, .undo)
    #expect(line.shown == "first|")
    line.type("!")
    #expect(line.press(.redo) == .nothing)
    #expect(line.shown == "first!|")
  }

  @Test func aLineThatIsNotRememberedCannotBeHadBack() {
    var line = TypedLine()
    line.type("one")
    line.press(.enter)
    line.editor.begin("", isRemembered: false)
    line.type("private")
    line.press(.eraseToStart)
    line.type("words")
    line.press(.enter)
    line.editor.begin("")
    line.press(.earlierLine)
    #expect(line.shown == "one|")
    line.press(.eraseToStart, .first, .yank)
    #expect(!line.shown.contains("private"))
  }

  @Test func earlierLinesComeBackAndTheDraftIsKept() {
    let draft = String(repeating: "a long draft ", count: 200)
    var line = TypedLine("one")
    line.press(.enter)
    line.editor.begin("two")
    line.press(.enter)
    line.editor.begin(draft)
    line.press(.earlierLine)
    #expect(line.shown == "two|")
    line.press(.earlierLine, .earlierLine)
    #expect(line.shown == "one|")
    line.press(.laterLine, .laterLine, .laterLine)
    #expect(line.shown == draft + "|")
  }

  @Test(
    arguments: [
      ("she felt sh", ["shame"], "she felt shame |"), ("", ["shame"], "shame |"), ("s", [], "s|"),
      ("s", ["shame", "sharp"], "sha|"),
      ("/ba", ["/back"], "/back |"), ("Ä", ["Ärger", "Ängste"], "Ä|"),
    ] as [(String, [String], String)])
  func tabCompletesTheLastWord(initial: String, words: [String], shown: String) {
    var line = TypedLine(initial, words: words)
    line.press(.complete)
    #expect(line.shown == shown)
  }

  @Test func tabAgainListsWhatThereIs() {
    var line = TypedLine("s", words: ["shame", "sharp"])
    #expect(line.press(.complete) == .changed)
    #expect(line.press(.complete) == .choices(["shame", "sharp"]))
  }

  @Test(
    arguments: [
      ([Key.pasted("/quit")], true), ([.typed("/"), .pasted("quit")], false),
      ([.pasted("quit"), .first, .typed("/")], false),
      ([.pasted("a"), .eraseLeft, .typed("/")], false), ([.typed("x"), .pasted("/quit"), .first, .eraseRight], true),
      ([.typed("/"), .undo, .pasted("/"), .undo, .redo], true), ([.pasted("x"), .eraseToStart, .typed("/")], false),
    ] as [([Key], Bool)])
  func aLineThatBeginsWithAPasteIsKnownToDoSo(keys: [Key], isPasted: Bool) {
    var line = TypedLine()
    for key in keys { line.press(key) }
    guard case .finished(let event) = line.press(.enter) else {
      Issue.record("Enter did not end the line.")
      return
    }
    if case .pasted = event { #expect(isPasted) } else { #expect(!isPasted) }
  }

  @Test func aPastedLineFromTheHistoryIsStillPasted() {
    var line = TypedLine()
    line.press(.pasted("/quit"), .enter)
    line.editor.begin("")
    #expect(line.press(.up, .enter) == .finished(.pasted("/quit")))
  }

  @Test func lineEndsOfAPasteBecomeLineFeedsAndControlsGo() {
    var line = TypedLine()
    line.press(.pasted("a\r\nb\rc\nd\u{1B}[31m\u{0}e\tf\u{9B}"))
    #expect(line.shown == "a\nb\nc\nd[31me\tf|")
  }

  @Test func whatEndsALineCarriesIt() {
    var line = TypedLine("half")
    #expect(line.press(.interrupt) == .finished(.interrupt("half")))
    #expect(line.press(.first, .eraseToEnd, .endOfInput) == .finished(.endOfInput))
  }
}
