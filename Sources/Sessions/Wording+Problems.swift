import Documents
import Interviews

/// Every sentence the program says of a fact. No blame, no apology; what is so, and what to do.
package enum Wording {}

extension Wording {
  /// That a language has no wording lists.
  static func notLookedAt(in lang: String) -> String { "Wording is not looked at in ‘\(lang)’: the lists are English." }

  /// Why an answer was not taken, and what would be.
  package static func sentence(_ problem: AnswerProblem) -> String {
    switch problem {
    case .isRequired: return "An answer is wanted here. Not knowing is one too: /skip"
    case .needsOne: return "At least one is wanted here. Where there is none: /skip none"
    case .isNotANumber(let range): return "A number from \(range.lowerBound) to \(range.upperBound) is wanted here."
    case .isNotAChoice(let said, let of, let didYouMean):
      if let didYouMean { return "‘\(brief(said))’ is none of the words here. Did you mean ‘\(didYouMean)’?" }
      return of.isEmpty
        ? "‘\(brief(said))’ is none of the words here."
        : "‘\(brief(said))’ is none of the words here: \(of.joined(separator: " · "))"
    case .isAmbiguous(let said, let could): return "‘\(brief(said))’ could be \(list(could, "or")). Which one?"
    case .isNotUnderstood(let said, let shape):
      return "‘\(brief(said))’ was not understood here." + (shape.map { " The line: \($0)" } ?? "")
    case .isNoName(let said):
      return
        "‘\(brief(said))’ reads as an answer and not as a name, so nothing is signed. Whoever signs types a name or a code. To change something first: /back"
    case .isOthersName(let said):
      return "‘\(brief(said))’ is what the other one of you signs with. Each signs with a name or a code of their own."
    case .isNoDay(let said, let isAhead):
      return "‘\(brief(said))’ is no day or time that is known here. For example: "
        + (isAhead ? "Wed, tomorrow, 11 Feb, next session." : "Fri 19:40, 6 Feb, yesterday evening.")
    case .needsADay: return "Which day was it? For example: Fri 19:40-22:15"
    case .isStillToCome: return "That time is still to come."
    case .isTooFar(let days): return "That is further off than \(days) days. An earlier day is wanted here."
    case .hasNoID(let said, let of):
      return "There is no ‘\(brief(said))’." + (of.isEmpty ? "" : " There is \(of.joined(separator: ", ")).")
    case .needsAnID(let of): return "Which one is that for? \(of.joined(separator: ", ")), then the words."
    case .tooMany(let limit): return "\(limit) at most."
    case .isChangedSince: return "Other changes came after this one. /undo takes them back one by one."
    case .listIsFull(let cap): return "This list holds \(cap) at most. /drop takes one out."
    }
  }

  /// What was typed, as far as it helps to know which line is meant.
  static func brief(_ said: String) -> String { said.count > 40 ? said.prefix(39) + "…" : said }

  /// A field's name as it labels its value.
  static func label(_ field: String) -> String { field == "at" ? "time" : words(field) }

  static func words(_ field: String) -> String {
    field.reduce(into: "") { text, character in
      if character.isUppercase { text += " " }
      text += character.lowercased()
    }
  }

  /// `a, b and c`.
  static func list(_ names: [String], _ word: String = "and") -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// What could not be kept, in words; the file is named.
  package static func sentence(_ problem: StoreProblem) -> (message: String, hint: String) {
    switch problem {
    case .noSpace(let path):
      ("There is no space left to write ‘\(path)’.", "Free some space; then go on, nothing else is needed.")
    case .readOnly(let path): ("‘\(path)’ is on a disk that can only be read.", "Use another folder with --practice.")
    case .notPermitted(let path):
      ("‘\(path)’ may not be written or read by this user.", "Look at the folder's owner and mode.")
    case .notPlain(let path):
      (
        "‘\(path)’ is a link or no plain file, and is not followed.",
        "Move it away; the practice holds plain files and folders only."
      )
    case .inUse(let name): ("‘\(name)’ is in use by another attune.", "Finish or leave it there first.")
    case .notFound(let name): ("There is no ‘\(name)’.", "See what there is with: attune list")
    case .unreadable(let path, let problem):
      (
        "‘\(path)’ does not read: \(sentence(problem)) in line \(problem.line), column \(problem.column).",
        "The file was left as it is."
      )
    case .changedMeanwhile(let path):
      (
        "‘\(path)’ was changed by something else since it was taken up, and is left as it is.",
        "What was changed here stands in the journal; compare the two, then edit again."
      )
    case .hasNoPlace:
      ("The document has no id, kind or client code, so it cannot be put anywhere.", "Give it all three.")
    case .failed(let path, let errno):
      ("‘\(path)’ could not be written or read (error \(errno)).", "Look at the disk; then go on.")
    }
  }

  /// What is wrong with a JSON text, as the middle of a sentence.
  package static func sentence(_ problem: JSONProblem) -> String {
    switch problem.fact {
    case .isEmpty: "it is empty"
    case .unexpectedEnd: "it ends too early"
    case .unexpected(let text): "‘\(text)’ was not expected"
    case .duplicateKey: "a key stands there twice"
    case .badNumber: "a number is not written as JSON has it"
    case .badEscape: "an escape is not one of JSON's"
    case .loneSurrogate: "half a surrogate pair stands there"
    case .controlCharacter: "a control character stands in a string"
    case .invalidUTF8: "it is no UTF-8"
    case .tooDeep(let limit): "it is nested more than \(limit) levels deep"
    case .tooLarge(let limit): "it is larger than \(limit / 1024 / 1024) MB"
    case .textAfterEnd: "something follows its end"
    case .byteOrderMark: "it begins with a byte-order mark"
    }
  }
}

extension String {
  /// With a capital at its beginning.
  var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
