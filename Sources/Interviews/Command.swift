import Documents
import Forms

/// What may be typed at every prompt. A word is matched by its beginning, where that is the beginning of one word alone,
/// or of one and those that it begins itself; the commonest have one letter.
package enum Command: String, CaseIterable, Hashable, Sendable {
  case back, next, jump, map, edit, undo, redo, skip
  case client = "c"
  case therapist = "t"
  case both
  case insert, move, split, merge, drop, rate, key, validate, skill, show, why, aside, example, help, `repeat`, pause,
    hide, risk
  case crisis, more, editor, save, quit, form
  case note, `private`, check, dismiss, off, on

  private var letter: Character? {
    switch self {
    case .back: "b"
    case .next: "n"
    case .jump: "j"
    case .map: "m"
    case .edit: "e"
    case .undo: "u"
    case .show: "s"
    case .validate: "v"
    case .help: "h"
    case .key: "k"
    case .redo, .skip, .client, .therapist, .both, .insert, .move, .split, .merge, .drop, .rate, .skill, .why, .aside,
      .example, .repeat, .pause, .hide, .risk, .crisis, .more, .editor, .save, .quit, .form, .note, .private, .check,
      .dismiss, .off, .on:
      nil
    }
  }

  /// How it is called, and what it does, in a line.
  package var usage: (call: String, does: String) {
    switch self {
    case .back: ("/back", "the place before, with its answer")
    case .next: ("/next", "the place after")
    case .jump: ("/jump PLACE", "a section, a field or an id: /jump links, /jump 4, /jump l3")
    case .map: ("/map", "every section, and where we are")
    case .edit: ("/edit [ID]", "the last answer, or that one, back in the line to be changed")
    case .undo: ("/undo", "takes the last step back; again, the one before")
    case .redo: ("/redo", "brings back what was undone")
    case .skip: ("/skip [declined|unknown|na|later|none]", "an answer too; with no word, unknown")
    case .client: ("/c [text]", "the client answers from now on, or this once")
    case .therapist: ("/t [text]", "the therapist answers from now on, or this once")
    case .both: ("/both [text]", "both answer from now on, or this once")
    case .insert: ("/insert before|after ID", "the next step goes there")
    case .move: ("/move ID before|after ID", "another order; ids stay")
    case .split: ("/split ID first | second", "one step becomes two; the first keeps its id")
    case .merge: ("/merge ID ID", "two steps become the first of them")
    case .drop: ("/drop ID", "takes an element out")
    case .rate: ("/rate ID N", "the number of a step, a vulnerability or a commitment")
    case .key: ("/key ID", "key step on or off")
    case .validate: ("/validate [1-6] words", "what makes sense about this")
    case .skill: ("/skill ID skill: words", "a plan at that step, from anywhere")
    case .show: ("/show [ID|section]", "the chain so far")
    case .why: ("/why", "why this is asked")
    case .aside: ("/aside", "for the therapist alone, until Enter")
    case .example: ("/example", "an answer as it could be")
    case .help: ("/help", "help with this question, and the commands")
    case .repeat: ("/repeat", "the question again")
    case .pause: ("/pause", "paced breathing")
    case .hide: ("/hide", "clears the screen until Enter")
    case .risk: ("/risk", "opens the safety questions now")
    case .crisis: ("/crisis", "crisis resources")
    case .more: ("/more", "a long answer, ended by a line with a single dot")
    case .editor: ("/editor", "the answer in your own editor: $VISUAL, else $EDITOR")
    case .save: ("/save", "what is safe, and where")
    case .quit: ("/quit", "keeps everything and leaves")
    case .note: ("/note [ID]", "the therapist's note; its words are asked for when the client has gone")
    case .private: ("/private", "a private note of its own; its words likewise")
    case .check: ("/check", "what is worth a second look so far")
    case .dismiss: ("/dismiss CHECK reason", "one finding looked at and kept as it is")
    case .off: ("/off", "off the record: nothing typed is kept until /on")
    case .on: ("/on", "on the record again")
    case .form: ("/form short|full", "the shorter or the whole form")
    }
  }

  /// Those of one letter, by their letters.
  package static func named(_ word: String) -> Command? {
    let word = word.lowercased()
    if let exact = Command(rawValue: word) { return exact }
    if word == "client" { return .client }
    if word == "therapist" { return .therapist }
    if word.count == 1, let letter = word.first, let found = allCases.first(where: { $0.letter == letter }) {
      return found
    }
    let found = allCases.filter { $0.rawValue.count > 1 && $0.rawValue.hasPrefix(word) }
    // Of `edit` and `editor` the one that begins the other.
    return found.first { command in found.allSatisfy { $0.rawValue.hasPrefix(command.rawValue) } }
  }
}

/// A line as a command, or not.
package enum CommandLine: Hashable, Sendable {
  case command(Command, rest: String)
  /// Begins like a command and is none: neither stored nor lost.
  case unknown(String, didYouMean: String?)
  /// An answer; a doubled slash at its beginning is one.
  case answer(String)

  /// Only `/` in the first column followed by a letter or `?` is a command.
  package init(_ line: String) {
    guard line.first == "/", let second = line.dropFirst().first else {
      self = .answer(line)
      return
    }
    if second == "/" {
      self = .answer(String(line.dropFirst()))
      return
    }
    guard second.isLetter || second == "?" else {
      self = .answer(line)
      return
    }
    let body = line.dropFirst()
    let word = String(body.prefix { !$0.isWhitespace })
    let rest = body.dropFirst(word.count).trimmed
    if word == "?" {
      self = .command(.help, rest: rest)
    } else if let command = Command.named(word) {
      self = .command(command, rest: rest)
    } else {
      // Of what is typed against a mistyped command nothing is said back.
      let letters = String(word.prefix { $0.isLetter })
      let name = letters.count == word.count ? word : letters + "…"
      self = .unknown(name, didYouMean: nearest(word, among: Command.allCases.map(\.rawValue).filter { $0.count > 1 }))
    }
  }
}

extension CommandLine {
  var isCommand: Bool {
    if case .answer = self { false } else { true }
  }

  /// A typed line as a transcript keeps it. Nothing of what shows crisis resources; of words that are private, or that
  /// may be meant to be, only that there were some. `isPlace` says whether a word is the id of an element.
  package static func inTranscript(_ line: String, isPlace: (String) -> Bool) -> String? {
    switch CommandLine(line) {
    case .answer: return line
    case .command(.crisis, _): return nil
    case .command(let command, let rest):
      let isPrivate = command == .private || command == .note
      return isPrivate && !rest.isEmpty && !isPlace(rest) ? "/\(command.rawValue) …" : line
    case .unknown(let word, _): return line.trimmed == "/\(word)" ? line : "/\(word) …"
    }
  }
}
