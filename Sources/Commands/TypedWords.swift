import ArgumentParser
import Console
import Sessions

/// A verb that takes a person's own words. At `attune>` they may follow it; a shell's command line, which others can
/// read, holds none.
protocol TakesWords: Verb {
  /// How many words of its own stand before the person's.
  static var leading: Int { get }
  /// Whether options may stand behind the words, too: where no word of them begins as one does.
  static var takesOptionsBehind: Bool { get }
  mutating func run(in world: World, words: String?) throws(VerbFailure) -> Int32
}

extension TakesWords {
  static var takesOptionsBehind: Bool { false }

  mutating func run(in world: World) throws(VerbFailure) -> Int32 { try run(in: world, words: nil) }
}

/// A line at `attune>` parted where a person's own words begin, which are taken as they stand, quotes and all.
struct TypedWords {
  let command: [String]
  /// Nothing where the verb takes no words, or none were typed.
  let words: String?

  init(_ line: String) {
    var rest = line.drop(while: \.isWhitespace)
    func next() -> String {
      let word = rest.prefix { !$0.isWhitespace }
      rest = rest[word.endIndex...].drop(while: \.isWhitespace)
      return String(word)
    }
    let name = next()
    var named = TypedWords.subcommand(name.hasPrefix("/") ? String(name.dropFirst()) : name, of: AttuneCommand.self)
    var command = [name]
    // A verb may have verbs of its own: `log session held y`.
    while let parent = named,
      let below = TypedWords.subcommand(String(rest.prefix { !$0.isWhitespace }), of: parent)
    {
      named = below
      command.append(next())
    }
    named = named?.configuration.defaultSubcommand ?? named
    guard let verb = named as? any TakesWords.Type else {
      self.command = shellWords(line)
      words = nil
      return
    }
    var left = verb.leading
    while !rest.isEmpty {
      if rest.hasPrefix("--") {
        let option = next()
        command.append(option)
        let isFlag =
          option.contains("=") || ["--help", "--private", "--synthetic", "--plain", "--therapist"].contains(option)
        if !isFlag, !rest.isEmpty { command.append(next()) }
      } else if left > 0 {
        left -= 1
        command.append(next())
      } else {
        break
      }
    }
    if verb.takesOptionsBehind, let start = TypedWords.firstOption(in: rest) {
      command += shellWords(String(rest[start...]))
      rest = rest[..<start]
    }
    self.command = command
    words = rest.allSatisfy(\.isWhitespace) ? nil : String(rest)
  }

  /// Where the first word begins that is an option and stands in no quotes.
  private static func firstOption(in text: Substring) -> Substring.Index? {
    var isQuoted = false
    var before: Character = " "
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if !isQuoted, before.isWhitespace, text[index...].hasPrefix("--") { return index }
      before = text[index]
    }
    return nil
  }

  private static func subcommand(_ name: String, of parent: any ParsableCommand.Type) -> (any ParsableCommand.Type)? {
    parent.configuration.subcommands.first { $0.configuration.commandName == name }
  }
}
