import Documents
import Forms
import Interviews

extension Wording {
  /// What a command did, and how to take it back.
  package static func sentence(_ deed: Deed, in template: Template) -> String {
    switch deed {
    case .undid(let words):
      (words.map { "Taken back: ‘\(brief($0))’." } ?? "Taken back: a step without words.") + " /redo brings it again."
    case .redid: "Brought back. /undo takes it away again."
    case .nothingToUndo: "Nothing to take back: this is where the session began."
    case .nothingToRedo: "Nothing to bring back."
    case .nothingBefore: "This is the first place."
    case .nothingAfter: "This is the last place."
    case .nothingToEdit: "Nothing was answered yet."
    case .noSuchPlace(let name, let didYouMean):
      "There is no place ‘\(name)’." + (didYouMean.map { " Did you mean ‘\($0)’?" } ?? " /map shows all.")
    case .noSuchElement(let name, let of):
      "There is no ‘\(name)’." + (of.isEmpty ? "" : " There is \(of.joined(separator: ", ")).")
    case .nothingAskedIn(let title): "Nothing is asked in ‘\(title)’ as things stand."
    case .skipped(let state): "\(sentence(state)) /undo takes it back."
    case .passedOver: "Gone past. /back comes back to it."
    case .leftInDoubt: "It stays as it was typed. /undo takes it back."
    case .cannotSkipHere: "There is nothing to skip here."
    case .voice(let voice): sentence(voice)
    case .inserts(let before, let after):
      "The next line goes \(before.map { "before \($0)" } ?? "after \(after ?? "")"). An empty Enter leaves it."
    case .moved(let id, let before, let after):
      "\(id) stands \(before.map { "before \($0)" } ?? "after \(after ?? "")") now. /undo puts it back."
    case .dropped(let id, let pointedAt):
      "\(id) is taken out."
        + (pointedAt.isEmpty ? "" : " \(list(pointedAt)) pointed at it: check again.") + " /undo brings it back."
    case .split(let id, let new): "\(id) is two steps now, \(id) and \(new). /undo joins them again."
    case .merged(let id, let gone, let pointedAt):
      "\(gone) is part of \(id) now."
        + (pointedAt.isEmpty ? "" : " \(list(pointedAt)) pointed at it: check again.") + " /undo parts them again."
    case .onlyTheLast(let id): "Only the last change can be taken out: /drop \(id)"
    case .dismissed(let check): "\(check) was looked at and is kept as it is. /undo takes that back."
    case .markedNote(let number):
      "Note \(number) is marked; its words are asked for when the client has gone. The next line is an answer."
    case .markedPrivate(let number):
      "Private note \(number) is marked; its words are asked for when the client has gone. The next line is an answer."
    case .rated(let id, let number): "\(id) is \(number) now. /undo takes it back."
    case .cannotRate(let id): "\(id) has no number."
    case .key(let id, let isOn):
      "\(id) is \(isOn ? "a key step" : "no key step") now. /key \(id) turns it \(isOn ? "off" : "on")."
    case .tooManyKeys(let limit): "There are \(limit) key steps already. /key turns one off."
    case .validated(let level, let at):
      "What makes sense is kept at \(at)\(level.map { ", level \($0)" } ?? ""). /undo takes it back."
    case .noWordsToValidate:
      "What about this makes sense?  /validate 5 words   1 listening · 2 reflecting · 3 the unspoken · 4 history · 5 the present · 6 as one person to another"
    case .risk: "The safety questions are open. What was answered is kept; /undo takes it back."
    case .form(let form): "The \(form) form from here on. Nothing that was answered is lost."
    case .needs(let usage): "As in: \(usage)"
    }
  }

  static func sentence(_ state: AnswerState) -> String {
    switch state {
    case .unknown: "Not known. That is an answer."
    case .declined: "Not said. That is all right."
    case .later: "Later."
    case .notApplicable: "Does not apply."
    case .noneIdentified: "Looked for, none."
    }
  }

  static func sentence(_ voice: Voice) -> String {
    switch voice {
    case .client: "The client answers from here on. /t changes it."
    case .therapist: "The therapist answers from here on. /c changes it."
    case .both: "Both answer from here on. /c or /t changes it."
    }
  }

  /// A nudge, and the command that takes it up.
  package static func sentence(_ nudge: Nudge) -> String {
    switch nudge {
    case .gap(let minutes, let from, let to):
      "\(minutes) minutes between \(from) and \(to). Was there a step between?  /insert before \(to)"
    case .jump(let from, let to, let at):
      "From \(from) to \(to) at \(at). What happened in between?  /insert before \(at)"
    case .nothingBetween(let event, let action):
      "From \(event) straight to \(action): was there a thought, a feeling or an urge between?  /insert before \(action)"
    case .typesNotUsed(let types): types.map(notUsed).joined(separator: " ")
    case .climbing: "It is climbing. A minute of slow breathing?  /pause"
    case .validate: "What about this makes sense?  /validate"
    case .timeIsShort(let hasPlan):
      hasPlan
        ? "About 20 minutes left. Shall we try one thing out now?  /jump rehearsal"
        : "About 20 minutes left. One step and one plan may be enough today.  /jump solutions"
    case .keyLinkWithoutPlan(let ids):
      "\(list(ids)) \(ids.count == 1 ? "matters and has" : "matter and have") no plan yet.  /skill \(ids[0]) words"
    case .rateAgain: "How is it now, 0 to 100? A pause is always there.  /pause · /jump distressAtEnd"
    case .sameBehavior(let day):
      "This was looked at on \(CivilDate(day)?.short ?? day) too. The short form may do today: /form short"
    case .alsoPresent(let category, let days):
      "\(words(category).firstUppercased): also present on \(list(days.compactMap { CivilDate($0)?.short }))."
    case .wording(let words, let judges):
      judges
        ? "\(list(words.map { "‘\($0)’" })): a judgment. What would one see or hear instead?  /edit"
        : "\(list(words.map { "‘\($0)’" })): if a camera had been on, what would it have recorded?  /edit"
    case .fewMine(let count):
      "\(count == 1 ? "One" : "Two") of mine so far. At least three keep this two-sided.  /jump therapist"
    case .nameItToo: "Thoughts of suicide in that time have a place beside the target: /jump alsoAny"
    case .suggestSkills(let names): "Could fit: \(names.joined(separator: " · "))"
    }
  }

  private static func notUsed(_ type: String) -> String {
    switch type {
    case "body": "No body sensation so far. Anything in the body?  (body: none)"
    case "thought": "No thought so far. What went through your mind?  (thought: none)"
    case "emotion": "No feeling so far. What did you feel?  (feeling: none)"
    default: "No urge so far. Was there a moment of wanting to?  (urge: none)"
    }
  }

  /// A doubt, as one short question.
  package static func question(_ doubt: Doubt) -> String {
    switch doubt.fact {
    case .number(let number, let means): "\(number): \(means) (y), or part of the sentence (n)?"
    case .actionOrEvent: "Did (A), or around you (E)?"
    case .laterHour(let given, let offered): "\(offered)?  y · n (\(given))"
    case .dayInSentence(let day): "Was it on \(day)?  y · n (today)"
    case .nextDay(let time): "\(time) on the next day?  y · n"
    case .eveningBefore(let time): "\(time) on the day before?  y · n"
    case .thenOrNow: "Was that then, or is some of it here now?  then · now · both"
    case .promise(let text, let kind): "‘\(brief(text))’ \(question(kind))  y · n"
    case .identifies(let pattern): "\(words(pattern)) seems to stand there. Should it?  y · n"
    case .level: "Which level, 1 to 6?   (Enter leaves it open)"
    }
  }

  /// What was taken, said back on one line.
  static func took(_ id: String?, _ sayings: [String]) -> String {
    let words = sayings.joined(separator: ", ")
    return id.map { "\($0) \(words)" } ?? words
  }
}

extension Wording {
  /// What seems to stand in a text, as a sentence begins with it.
  static func words(_ pattern: IdentifyingPattern) -> String {
    switch pattern {
    case .email: "An e-mail address"
    case .socialSecurity: "A social security number"
    case .phone: "A telephone number"
    case .birthDate: "A full date of birth"
    }
  }

  /// One plain question about a sentence that may bind somebody as it should not.
  private static func question(_ kind: WordingLists.Promise) -> String {
    switch kind {
    case .promise, .stayAlive, .none: "Does this ask for a promise not to self-harm?"
    case .crisisBar: "Does this keep somebody from crisis help?"
    case .punitive: "Is this a consequence of self-harm, or of getting help?"
    case .absolute: "Does this promise that everything stays private?"
    }
  }
}
