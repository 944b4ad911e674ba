import Console
import Documents
import Foundation
import Glibc
import PseudoTerminals
import TestSupport
import Testing

/// `/editor` in the built program, with editors that are shell scripts.
@Suite struct Editors {
  /// Case 0 at the question for the behavior.
  private func atBehavior(
    _ editor: ScratchEditor, plain: Bool = false, environment: [String: String] = [:]
  ) throws -> TypedConversation {
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(
      editor.practice, typed, plain: plain, environment: editor.environment.merging(environment) { $1 })
    try conversation.answer(typed.lines.prefix(7))
    return conversation
  }

  /// What was kept as the behavior, once the session is left.
  private func behavior(_ conversation: TypedConversation) throws -> String? {
    conversation.terminal.send("\u{15}/quit\r")
    try conversation.terminal.expect("resumed with")
    conversation.terminal.send("n\r")
    #expect(try conversation.terminal.waitExit() == .code(0))
    return try conversation.practice.document(of: "SYN-MAPLE", on: "2026-02-02")["target"]?["behavior"]?.string
  }

  @Test func `The answer is what the editor wrote, and nobody else sees a word of it`() throws {
    let practice = try ScratchPractice()
    let editor = try ScratchEditor(
      practice,
      """
      printf '%s\\n' "$@" > "$root/args"; env > "$root/env"; while read -r line; do echo "$line"; done < /proc/$$/status > "$root/status"
      stat -c %a "$file" "${file%/*}" "${file%/*/*}" > "$root/modes"; stty -a > "$root/stty"; cat "$file" > "$root/before"
      cp "$file" "$file~"; cp "$file" "${file%/*}/.answer.txt.swp"; cp "$file" "$TMPDIR/of-its-own"
      if [ -s "$file" ]; then echo again >> "$file"; exit; fi
      printf '/quit is no command\\n\\nZqword cafe\\314\\201\\n' > "$file"
      """)
    let conversation = try atBehavior(editor)
    let modes = conversation.terminal.modes
    try conversation.answer("/editor")
    #expect(conversation.terminal.modes == modes)
    let folder = "\(practice.place)/Private/SYN-MAPLE/.edit/"
    let args = try editor.told("args").split(separator: "\n").map(String.init)
    #expect(args.prefix(2) == ["--wait", "two words"])
    #expect(args.count == 3 && args[2].hasPrefix(folder) && args[2].hasSuffix("/answer.txt"))
    #expect(try editor.told("modes") == "600\n700\n700\n")
    #expect(try editor.told("before") == "")
    #expect(try editor.told("stty").contains(" icanon"))
    #expect(try editor.told("env").contains("TMPDIR=\(folder)"))
    // Those beyond 31 are the threads' own.
    let masks = try editor.told("status").matches(of: #/(?m)^Sig(?:Blk|Ign):\s+([0-9a-f]+)$/#).compactMap {
      UInt64($0.1, radix: 16)
    }
    #expect(masks.map { $0 & 0x7FFF_FFFF } == [0, 0])
    #expect(practice.edits() == [])

    // The line before goes back to the text and comes again to the editor.
    #expect(try conversation.answer("/undo").contains("Taken back"))
    conversation.wait { conversation.line().hasSuffix("Zqwordcafé") }
    try conversation.answer(" /editor")
    #expect(try editor.told("before") == "/quit is no command\n\nZqword caf\u{E9}\n")
    let kept = try #require(try behavior(conversation))
    #expect(Array(kept.unicodeScalars) == Array("/quit is no command\n\nZqword caf\u{E9}\nagain".unicodeScalars))
    #expect(ScratchPractice.files(under: practice.home) == [])
    #expect(practice.edits() == [])
  }

  private static let failures: [(script: String, said: String, line: String)] = [
    (":", "The text is empty; nothing is answered.", ""),
    ("printf ' \\n' > \"$file\"", "The text is empty; nothing is answered.", ""),
    ("rm \"$file\"", "The text is empty; nothing is answered.", ""),
    ("exit 3", "The text is empty; nothing is answered.", ""),
    ("echo '/half a word' > \"$file\"; exit 3", "‘sh’ ended with 3, so nothing is answered.", "//halfaword"),
    (
      "stty raw -echo; echo half > \"$file\"; kill -KILL $$",
      "‘sh’ was ended by signal 9, so nothing is answered.",
      "half"
    ),
    ("echo half > \"$file.save\"; kill -HUP $$", "‘sh’ was ended by signal 1, so nothing is answered.", "half"),
  ]

  @Test(arguments: failures) func `What was not meant to be taken is not the answer, and stands in the line`(
    script: String, said: String, line: String
  ) throws {
    let practice = try ScratchPractice()
    let conversation = try atBehavior(ScratchEditor(practice, script))
    let modes = try PseudoTerminal("/bin/sleep", ["60"]).modes
    #expect(try conversation.answer("/editor").contains(said))
    conversation.wait { conversation.line() == line }
    #expect(practice.edits() == [])
    if !line.isEmpty { #expect(practice.draft.filter { $0 != " " } == line) }
    #expect(try behavior(conversation) == nil)
    #expect(conversation.terminal.modes == modes)
  }

  @Test func `A text that is not UTF-8 stays where it is, and the editor opens it again`() throws {
    let practice = try ScratchPractice()
    let editor = try ScratchEditor(
      practice,
      "if grep -q caf \"$file\"; then echo café au lait > \"$file\"; else printf 'caf\\351' > \"$file\"; fi")
    let conversation = try atBehavior(editor)
    let said = try conversation.answer("/editor")
    #expect(said.contains("What came back is not in UTF-8"))
    #expect(said.filter { !$0.isWhitespace }.contains("/answer.txt"))
    #expect(practice.edits().count == 2)
    #expect(try conversation.answer("/editor").contains("opens with what was written before"))
    #expect(practice.edits() == [])
    #expect(try behavior(conversation) == "café au lait")
  }

  @Test func `Where there is no such editor it is said, and what stood in the line stays`() throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(practice, typed, environment: ["VISUAL": "no-such-editor -x"])
    try conversation.answer(typed.lines.prefix(7))
    #expect(try conversation.answer("/editor Ate nothing").contains("There is no editor ‘no-such-editor’."))
    conversation.wait { conversation.line() == "Atenothing" }
    try conversation.answer(" all day.")
    #expect(ScratchPractice.files(under: "\(practice.place)/Private/SYN-MAPLE/.edit") == [])
    conversation.terminal.send("/quit\r")
    try conversation.terminal.expect("resumed with")
    conversation.terminal.send("n\r")
    #expect(try conversation.terminal.waitExit() == .code(69))
    let draft = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    #expect(draft["target"]?["behavior"] == "Ate nothing all day.")
  }

  @Test func `Through a pipe it is said, the next line is the answer, and the code is 69`() throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    var lines = typed.lines
    lines.insert("/editor", at: 7)
    let run = try practice.run(typed.command, input: (lines + ["", ""]).joined(separator: "\n"), now: typed.now)
    #expect(run.output.contains("There is no terminal to edit on."))
    #expect(run.code == 69)
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    let expected = try Fixtures.json("case0-maple-chain").withoutOutcomes
    #expect(document.comparable.differences(from: expected.comparable) == [])
    #expect(!FileManager.default.fileExists(atPath: "\(practice.place)/Private"))
  }

  @Test func `On a plain terminal it is edited, and what is not taken stays in its file`() throws {
    let practice = try ScratchPractice()
    let editor = try ScratchEditor(
      practice, "if [ -s \"$file\" ]; then echo all >> \"$file\"; else echo half > \"$file\"; exit 1; fi")
    let conversation = try atBehavior(editor, plain: true)
    let said = try conversation.answer("/editor")
    #expect(said.contains("ended with 1") && said.contains("Nothing is lost: it stays at"))
    #expect(practice.edits().count == 2)
    try conversation.answer("/editor")
    #expect(practice.edits() == [])
    conversation.terminal.send("/quit\r")
    #expect(try conversation.terminal.waitExit() == .code(0))
    let draft = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    #expect(draft["target"]?["behavior"] == "half\nall")
    #expect(!conversation.terminal.output.contains(0x1B))
  }

  @Test func `Killed under its editor, the program gives the text back when it is resumed`() throws {
    let practice = try ScratchPractice()
    let editor = try ScratchEditor(
      practice, "echo $$ > \"$root/pid\"; echo 'Ate nothing all day.' > \"$file\"; echo > \"$root/ready\"; sleep 60")
    let typed = try TypedCase("case0-chain")
    let first = try atBehavior(editor)
    first.terminal.send("/editor\r")
    first.wait { editor.hasTold("ready") }
    first.terminal.signal(SIGKILL)
    #expect(try first.terminal.waitExit() == .signal(SIGKILL))
    if let child = try pid_t(editor.told("pid").trimmingCharacters(in: .whitespacesAndNewlines)) {
      kill(child, SIGKILL)
    }
    #expect(practice.edits().count == 2)

    let second = try TypedConversation(practice, ["resume"], now: typed.now)
    second.wait { second.line() == "Atenothingallday." }
    #expect(second.terminal.screen().text.contains("What was written in the editor stands in the line"))
    #expect(practice.draft == "Ate nothing all day.")
    #expect(practice.edits() == [])
    try second.answer(" And slept.")
    #expect(try behavior(second) == "Ate nothing all day. And slept.")
  }

  @Test func `Another session of the same client leaves an open editor its file`() throws {
    let practice = try ScratchPractice()
    let editor = try ScratchEditor(
      practice, "echo > \"$root/ready\"; while ! [ -e \"$root/go\" ]; do sleep 0.05; done; echo done > \"$file\"")
    let first = try atBehavior(editor)
    first.terminal.send("/editor\r")
    first.wait { editor.hasTold("ready") }
    let second = try TypedConversation(practice, ["chain", "--client", "SYN-MAPLE"], now: "2026-02-02T17:00:00-05:00")
    second.terminal.send("/quit\r")
    _ = try second.waitForPrompt()
    #expect(practice.edits().count == 2)
    _ = try practice.file("go", [])
    try first.waitForPrompt()
    #expect(try behavior(first) == "done")
  }

  @Test func `An interrupt in the editor ends the editor alone, and the window may change meanwhile`() throws {
    let practice = try ScratchPractice()
    let editor = try ScratchEditor(
      practice, "trap 'echo interrupted > \"$file\"; exit 0' INT; echo > \"$root/ready\"; while :; do sleep 0.05; done")
    let conversation = try atBehavior(editor)
    conversation.terminal.send("/editor\r")
    conversation.wait { editor.hasTold("ready") }
    conversation.terminal.resize(columns: 40, rows: 20)
    conversation.terminal.send("\u{03}")
    let said = try conversation.waitForPrompt().replacing(#/\u{1B}\[[0-9;?]*[A-Za-z]/#, with: "")
    #expect(said.contains("When was it"))
    #expect(said.split(separator: "\r\n").allSatisfy { displayWidth(String($0)) <= 40 })
    #expect(try behavior(conversation) == "interrupted")
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func `Being asked to end meanwhile ends the session when the editor has ended`(
    signal: Int32
  ) throws {
    let practice = try ScratchPractice()
    let editor = try ScratchEditor(
      practice, "echo > \"$root/ready\"; while ! [ -e \"$root/go\" ]; do sleep 0.05; done; echo written > \"$file\"")
    let conversation = try atBehavior(editor)
    conversation.terminal.send("/editor\r")
    conversation.wait { editor.hasTold("ready") }
    conversation.terminal.signal(signal)
    _ = try practice.file("go", [])
    try conversation.terminal.expect("resumed with")
    #expect(try conversation.terminal.waitExit() == .code(0))
    let draft = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    #expect(draft["target"]?["behavior"] == "written")
    #expect(practice.edits() == [])
  }

  @Test func `An editor that stops itself where nobody could wake it goes on`() throws {
    let practice = try ScratchPractice()
    let conversation = try atBehavior(ScratchEditor(practice, "kill -STOP $$; echo awake > \"$file\""))
    try conversation.answer("/editor")
    #expect(try behavior(conversation) == "awake")
  }

  @Test func `Behind a line that came back, the line goes into the editor, and it comes back when nothing is taken`()
    throws
  {
    let practice = try ScratchPractice()
    let editor = try ScratchEditor(practice, "cat \"$file\" > \"$root/before\"; exit 1")
    let conversation = try atBehavior(editor)
    conversation.terminal.send("Ate nothing all day, and then some.\u{03}")
    try conversation.waitForPrompt()
    try conversation.answer("/edit")
    try conversation.answer(" /editor at all")
    #expect(try editor.told("before") == "Ate nothing all day, and then some. at all\n")
    conversation.wait { conversation.line() == "Atenothingallday,andthensome.atall" }
    #expect(try behavior(conversation) == nil)
  }

  @Test func `Off the record there is no editor`() throws {
    let practice = try ScratchPractice()
    let editor = try ScratchEditor(practice, "echo ran > \"$root/ready\"")
    let conversation = try atBehavior(editor)
    try conversation.answer("/off", prompt: "off › ")
    #expect(try conversation.answer("/editor words", prompt: "off › ").contains("Off the record: /on"))
    #expect(!editor.hasTold("ready"))
    #expect(!FileManager.default.fileExists(atPath: "\(practice.place)/Private"))
    try conversation.answer("/on")
    _ = try behavior(conversation)
  }

  @Test(.enabled(if: access("/usr/bin/vim", X_OK) == 0, "vim is not there."))
  func `vim keeps nothing anywhere, whatever its person has set`() throws {
    let practice = try ScratchPractice()
    let rc = "set undofile undodir=~/ backup backupdir=~/ directory=~/\n"
    try Data(rc.utf8).write(to: URL(filePath: practice.home + "/.vimrc"))
    let editor = try ScratchEditor(practice, "")
    let conversation = try atBehavior(editor, environment: ["VISUAL": "vim"])
    conversation.terminal.send("/editor\r")
    try conversation.terminal.expect("answer.txt")
    conversation.terminal.settle(for: 0.5)
    conversation.terminal.send("iAte nothing.\u{1B}:w\rAx\u{1B}u:wq\r")
    try conversation.waitForPrompt()
    #expect(try behavior(conversation) == "Ate nothing.")
    #expect(practice.edits() == [])
    #expect(ScratchPractice.files(under: practice.home) == ["\(practice.home)/.vimrc"])
  }
}
