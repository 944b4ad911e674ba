import Console

extension Wording {
  /// Why no editor is there, and what to do.
  static func sentence(_ lack: EditorLack) -> String {
    switch lack {
    case .terminal: "There is no terminal to edit on. /more takes a long answer in several lines."
    case .program(let name):
      "There is no editor ‘\(name)’. Set VISUAL or EDITOR to one that there is; /more takes a long answer here."
    case .start(let name, let code):
      "‘\(name)’ could not be started (error \(code)). VISUAL or EDITOR names the editor; /more takes a long answer here."
    }
  }

  /// How an editor ended, where that is worth a word.
  static func sentence(_ end: EditorEnd) -> String? {
    switch end {
    case .done, .didNotRun: nil
    case .gaveUp(let program, let code): "‘\(program)’ ended with \(code), so nothing is answered."
    case .killed(let program, let signal): "‘\(program)’ was ended by signal \(signal), so nothing is answered."
    }
  }

  /// Why what came back is no answer.
  static func sentence(_ written: EditedAnswer) -> String? {
    switch written {
    case .text: nil
    case .unchanged: "The text is as it was; nothing is answered anew."
    case .empty: "The text is empty; nothing is answered."
    case .isNotUTF8: "What came back is not in UTF-8 and is not taken. Save it as UTF-8."
    case .isTooLong: "What came back is longer than an answer can be, a megabyte, and is not taken."
    }
  }

  static let noEditorForNotes = "A note is written in the line; /editor is for answers."
}
