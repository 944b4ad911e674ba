import Console

/// What is to be done when the line has taken a key in.
package enum Reaction: Hashable, Sendable {
  case nothing
  /// A character came in at the cursor and nothing else changed.
  case typed(Unicode.Scalar)
  /// The text or the cursor changed.
  case changed
  case choices([String])
  case clearScreen
  case suspend
  case finished(LineEvent)
}

/// A line being edited: what every key does to the text, with no terminal in sight.
package struct LineEditor {
  package private(set) var text = EditedText()
  /// How the line is laid out now, which Up and Down go by.
  package var rows = ScreenRows(prompt: "", columns: 80)
  private var undos = UndoHistory()
  private var history = LineHistory()
  private var erased: [Unicode.Scalar] = []

  /// How long a line may become by putting back what was erased.
  package static let mostByYank = 65_536

  package init() {}

  private var isRemembered = true

  /// Starts a new line in which `initial` stands already. One that is not remembered cannot be had back by Up.
  package mutating func begin(_ initial: String, isRemembered: Bool = true) {
    if !self.isRemembered { erased = [] }
    self.isRemembered = isRemembered
    text = EditedText(initial)
    undos = UndoHistory()
    history.startAnew()
  }

  /// Ends the line without a key: its text, as it would be an answer.
  package var answer: String { composed(text.string) }

  package mutating func handle(_ key: Key, completions: (String) -> [String]) -> Reaction {
    switch key {
    case .typed(let scalar): return type(scalar)
    case .pasted(let pasted): return change { $0.insert(fitForALine(pasted), isPasted: true) }
    case .newLine: return change { $0.insert(["\n"]) }
    case .yank:
      let erased = erased
      // Put back twice and erased again it grows by itself; nothing is lost, since it can still be put back elsewhere.
      guard text.isEmpty || text.scalars.count + erased.count <= Self.mostByYank else { return .nothing }
      return change { $0.insert(erased) }
    case .complete: return complete(completions(composed(text.beforeCursor)))
    case .enter:
      if isRemembered { history.enter(text) }
      return .finished(text.startsPasted ? .pasted(answer) : .line(answer))
    case .interrupt: return .finished(.interrupt(answer))
    case .endOfInput where text.isEmpty: return .finished(.endOfInput)
    case .suspend: return .suspend
    case .clearScreen: return .clearScreen
    case .undo: return show(undos.undo(from: text))
    case .redo: return show(undos.redo(from: text))
    case .earlierLine: return recall(history.earlier(than: text))
    case .laterLine: return recall(history.later())
    case .up: return moveByRow(-1) ?? recall(history.earlier(than: text))
    case .down: return moveByRow(1) ?? recall(history.later())
    case .left, .right, .wordLeft, .wordRight, .home, .end, .first, .last: return move(to: target(of: key))
    case .eraseLeft, .eraseRight, .endOfInput: return erase(to: target(of: key), keeping: false)
    case .eraseWordLeft, .eraseWordRight, .eraseToStart, .eraseToEnd: return erase(to: target(of: key), keeping: true)
    }
  }

  private mutating func type(_ scalar: Unicode.Scalar) -> Reaction {
    undos.note(text, .typing(scalar))
    let isPlain = text.type(scalar)
    // libedit inserts by itself what it is sure to take for text; some of Latin-1 its tables may call a command.
    let isSure = scalar.isASCII || scalar.value >= 0x100
    return isPlain && isSure ? .typed(scalar) : .changed
  }

  private mutating func change(_ body: (inout EditedText) -> Void) -> Reaction {
    var changed = text
    body(&changed)
    guard changed != text else { return .nothing }
    undos.note(text, .other)
    text = changed
    return .changed
  }

  private mutating func show(_ other: EditedText?) -> Reaction {
    guard let other else { return .nothing }
    text = other
    return .changed
  }

  private mutating func recall(_ other: EditedText?) -> Reaction {
    guard let other else { return .nothing }
    return change { $0 = other }
  }

  private mutating func move(to place: Int) -> Reaction {
    undos.breakTyping()
    guard place != text.cursor else { return .nothing }
    text.moveCursor(to: place)
    return .changed
  }

  private mutating func moveByRow(_ step: Int) -> Reaction? {
    var place = rows.place(of: text.cursor, in: text.scalars)
    place.row += step
    guard let index = rows.index(at: place, in: text.scalars) else { return nil }
    // A column may fall into the middle of a grapheme.
    let border = index == 0 ? 0 : text.graphemeEnd(after: text.graphemeStart(before: index))
    return move(to: border == index ? index : text.graphemeStart(before: index))
  }

  private mutating func erase(to place: Int, keeping: Bool) -> Reaction {
    let range = min(place, text.cursor)..<max(place, text.cursor)
    if keeping, !range.isEmpty { erased = Array(text.scalars[range]) }
    return change { $0.remove(range) }
  }

  private mutating func complete(_ candidates: [String]) -> Reaction {
    switch completion(of: composed(text.beforeCursor), candidates: candidates) {
    case .nothing: return .nothing
    case .choices(let choices): return .choices(choices)
    case .replace(let count, let word):
      var start = text.cursor
      for _ in 0..<count { start = text.graphemeStart(before: start) }
      return change {
        $0.remove(start..<$0.cursor)
        $0.insert(fitForALine(word))
      }
    }
  }

  /// Where a key moves the cursor, or how far it erases.
  private func target(of key: Key) -> Int {
    let cursor = text.cursor
    switch key {
    case .left, .eraseLeft: return text.graphemeStart(before: cursor)
    case .right, .eraseRight, .endOfInput: return text.graphemeEnd(after: cursor)
    case .wordLeft, .eraseWordLeft: return text.wordStart(before: cursor)
    case .wordRight, .eraseWordRight: return text.wordEnd(after: cursor)
    case .first, .eraseToStart: return 0
    case .last, .eraseToEnd: return text.scalars.count
    case .home:
      let start = text.paragraphStart(around: cursor)
      return start == cursor ? 0 : start
    case .end:
      let end = text.paragraphEnd(around: cursor)
      return end == cursor ? text.scalars.count : end
    case .typed, .pasted, .enter, .newLine, .complete, .up, .down, .earlierLine, .laterLine, .yank, .undo, .redo,
      .interrupt, .suspend, .clearScreen:
      return cursor
    }
  }
}
