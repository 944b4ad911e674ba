// Reads lines until the input ends and says what each was, for the tests to drive on a pseudo-terminal.
//
//   --plain            no editing, no escapes
//   --color            always
//   --initial TEXT     stands in every line
//   --words A,B,C      what Tab offers where a word begins so
//   --drafts FILE      gets every draft, a line each
//   --wait SECONDS     waits for a key before the first line
import Console
import Glibc
import Terminal

let arguments = CommandLine.arguments

@MainActor func value(of name: String) -> String? {
  guard let place = arguments.firstIndex(of: name), place + 1 < arguments.endIndex else { return nil }
  return arguments[place + 1]
}

harden()
let (reader, output) = makeConsole(
  plain: arguments.contains("--plain"), color: arguments.contains("--color") ? .always : .auto)
let words = value(of: "--words").map { $0.split(separator: ",").map(String.init) } ?? []
let drafts = value(of: "--drafts").map { open($0, O_WRONLY | O_CREAT | O_APPEND, 0o600) }

func quoted(_ text: String) -> String {
  "\""
    + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    .replacing("\r", with: "\\r") + "\""
}

let request = LineRequest(
  initial: value(of: "--initial") ?? "",
  completions: { text in
    let word = text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    return words.filter { $0.hasPrefix(word) }
  },
  keepDraft: { text in
    guard let drafts else { return }
    let line = Array((quoted(text) + "\n").utf8)
    if write(drafts, line, line.count) < 0 { output.complain("The draft was not written.") }
  })

if let seconds = value(of: "--wait").flatMap({ Int($0) }) {
  reader.waitForKey(seconds: seconds) { output.say("tick: \($0)") }
  output.say("waited")
}
reading: while true {
  switch reader.readLine(request) {
  case .line(let text): output.put("line: \(quoted(text))\n")
  case .pasted(let text): output.put("pasted: \(quoted(text))\n")
  case .interrupt(let text): output.put("interrupt: \(quoted(text))\n")
  case .endOfInput:
    output.put("end of input\n")
    break reading
  case .hangUp(let text):
    output.put("hang-up: \(quoted(text))\n")
    break reading
  }
}
