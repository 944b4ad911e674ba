import Documents
import Forms

/// Reads what is said once for several elements of a list.
struct MarkReader {
  let template: Template
  let tree: JSON
  let list: Path
  /// The elements that the question is about.
  let candidates: [String]
  /// Whether it was answered before: then what is not named now goes back to the rest.
  let isAnsweredAnew: Bool

  struct Marks {
    var changes: [Change] = []
    var sayings: [String] = []
  }

  private var ids: IDReader { IDReader(template: template, tree: tree, list: list) }

  private func found(_ word: Substring) throws(AnswerProblem) -> [String] {
    guard let ids = ids.ids(in: word.withoutComma) else {
      throw .hasNoID(said: String(word.withoutComma), of: candidates)
    }
    return ids
  }

  /// `2 4 9`: those are it, the others are not.
  func choose(_ text: String, sets key: String, atMost most: Int?, says: String) throws(AnswerProblem) -> Marks {
    var chosen: [String] = []
    for word in Words(text).words {
      if ["and", "&"].contains(word.lowercased()) { continue }
      if word.lowercased() == "all" { chosen += candidates } else { chosen += try found(word) }
    }
    if let most, Set(chosen).count > most { throw .tooMany(limit: most) }
    let changes = candidates.map { Change.set(list.appending($0).appending(key), .bool(chosen.contains($0))) }
    return Marks(changes: changes, sayings: ["\(says): \(candidates.filter(chosen.contains).joined(separator: ", "))"])
  }

  /// `more 1 2 less 5`, or bare ids; the others are `rest`.
  func sort(
    _ text: String, into key: String, options: Options, bare: String?, rest: String
  ) throws(AnswerProblem) -> Marks {
    var values: [String: String] = [:]
    var current = bare
    for word in Words(text).words {
      if let ids = ids.ids(in: word.withoutComma) {
        guard let current else { throw .isNotAChoice(said: text, of: options.all.map(\.says), didYouMean: nil) }
        for id in ids { values[id] = current }
      } else if let option = options.option(options.match(word.withoutComma, minimum: 3, numbers: false)) {
        current = option.value
      } else if ["likely", "and", "around", "me", "next", "time"].contains(word.withoutComma.lowercased()) {
        continue
      } else {
        throw Int(word) != nil
          ? .hasNoID(said: String(word), of: candidates)
          : .isNotAChoice(said: String(word), of: options.all.map(\.says), didYouMean: nil)
      }
    }
    return marks(values, key, rest: rest, options: options)
  }

  /// `1 relief 2 escape`, `3 sister 4 self`.
  func each(_ text: String, into key: String, options: Options?, rest: String?) throws(AnswerProblem) -> Marks {
    if options == nil, ["no one", "none", "nobody", "no"].contains(text.lowercased()) {
      return Marks(
        changes: candidates.map { .set(list.appending($0).appending(key), []) }, sayings: ["no one was harmed"])
    }
    var values: [String: String] = [:]
    var current: [String] = []
    var said: [String] = []
    func close() throws(AnswerProblem) {
      guard !current.isEmpty else {
        if said.isEmpty { return }
        throw .needsAnID(of: candidates)
      }
      let words = said.joined(separator: " ").withoutComma
      guard !words.isEmpty else { throw .isNotUnderstood(said: current.joined(separator: " "), shape: nil) }
      var value = words
      if let options {
        switch options.match(words, minimum: 3, numbers: false) {
        case .one(let index): value = options.all[index].value
        case .several(let could): throw .isAmbiguous(said: words, could: could.map { options.all[$0].says })
        case .none:
          throw .isNotAChoice(
            said: words, of: options.all.map(\.says), didYouMean: nearest(words, among: options.all.map(\.says)))
        }
      }
      for id in current { values[id] = value }
    }
    for word in Words(text).words {
      if let ids = ids.ids(in: word.withoutComma) {
        if !said.isEmpty {
          try close()
          current = []
          said = []
        }
        current += ids
      } else {
        said.append(String(word))
      }
    }
    try close()
    if let options { return marks(values, key, rest: rest ?? "", options: options) }
    let named = candidates.filter { values[$0] != nil }
    return Marks(
      changes: candidates.compactMap { id in
        let names = (values[id] ?? "").split(separator: ",").map { JSON.string($0.trimmed) }.filter { !$0.isAbsent }
        return values[id] == nil && tree[list.appending(id).appending(key)] != nil && !isAnsweredAnew
          ? nil : .set(list.appending(id).appending(key), .array(names))
      }, sayings: named.map { "\($0) \(values[$0] ?? "")" })
  }

  private func marks(_ values: [String: String], _ key: String, rest: String, options: Options) -> Marks {
    var marks = Marks()
    var unnamed: [String] = []
    for id in candidates {
      let path = list.appending(id).appending(key)
      if let value = values[id] {
        marks.changes.append(.set(path, .string(value)))
        marks.sayings.append("\(id) \(options.says(value))")
      } else if !rest.isEmpty, isAnsweredAnew || !tree.isAnswered(path) {
        marks.changes.append(.set(path, .string(rest)))
        unnamed.append(id)
      }
    }
    if !unnamed.isEmpty { marks.sayings.append("\(unnamed.joined(separator: ", ")) \(options.says(rest))") }
    return marks
  }

  /// `7 Acted out standing up.`: ids, then what holds for them. Where one is left, its words are enough.
  func tell(
    _ text: String, into key: String, also: JSON.Members, options: Options?, open: [String], says: String
  ) throws(AnswerProblem) -> Marks {
    var words = Words(text)
    var named: [String] = []
    while let first = words.first, let ids = ids.ids(in: first.withoutComma), words.count > 1 {
      named += ids
      words.dropFirst()
    }
    if named.isEmpty {
      guard open.count == 1 || candidates.count == 1 else { throw .needsAnID(of: open.isEmpty ? candidates : open) }
      named = open.count == 1 ? open : candidates
    }
    let strangers = named.filter { !candidates.contains($0) }
    guard strangers.isEmpty else { throw .hasNoID(said: strangers.joined(separator: " "), of: candidates) }
    if options == nil, words.count == 1, let only = words.first, ids.ids(in: only.withoutComma) != nil {
      throw .isRequired
    }
    var value = JSON.string(words.text)
    var says = says
    if let options {
      var found: [Option] = []
      for word in words.words {
        switch options.match(word.withoutComma, minimum: 3, numbers: false) {
        case .one(let index): found.append(options.all[index])
        case .several(let could):
          throw .isAmbiguous(said: String(word), could: could.map { options.all[$0].says })
        case .none:
          if ["and", "the", "in"].contains(word.lowercased()) { continue }
          throw .isNotAChoice(
            said: String(word), of: options.all.map(\.says),
            didYouMean: nearest(String(word), among: options.all.map(\.says)))
        }
      }
      value = .array(found.map { .string($0.value) })
      says = found.map(\.says).joined(separator: ", ")
    }
    var marks = Marks()
    for id in named {
      marks.changes.append(.set(list.appending(id).appending(key), value))
      for (other, fact) in also { marks.changes.append(.set(list.appending(id).appending(other), fact)) }
      marks.sayings.append("\(id) \(says)".trimmed)
    }
    return marks
  }
}
