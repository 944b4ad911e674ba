import ArgumentParser
import Interviews
import Sessions

/// Runs the program: one verb from the command line, or the loop at `attune>`. Returns the exit code.
package func runProgram(_ arguments: [String], in world: World) -> Int32 {
  if verbPosition(arguments) == nil { return PromptLoop(world).run() }
  return runVerb(arguments, in: world)
}

/// Where the verb stands, behind those options that every verb takes; nothing where there is none, which means the loop.
private func verbPosition(_ words: [String]) -> Int? {
  var position = 0
  while position < words.count {
    guard let takesValue = CommonOptions.names[String(words[position].prefix { $0 != "=" })] else { return position }
    position += takesValue && !words[position].contains("=") ? 2 : 1
  }
  return nil
}

/// Parses one line of words and runs the verb that it names; `own` are a person's words that were typed behind it.
func runVerb(_ words: [String], own: String? = nil, in world: World) -> Int32 {
  do {
    var command = try parse(words)
    if var verb = command as? any Verb {
      do throws(VerbFailure) {
        // Crisis resources, above all, need no practice and wait for none.
        if verb.needsPractice { try FirstStart(world).prepare() }
        if let own, var taking = verb as? any TakesWords { return try taking.run(in: world, words: own) }
        return try verb.run(in: world)
      } catch {
        complain(error, in: world)
        return error.exitCode
      }
    }
    try command.run()
    return 0
  } catch {
    let code = AttuneCommand.exitCode(for: error)
    let text = AttuneCommand.fullMessage(for: error)
    if code.isSuccess {
      world.output.put(text + "\n")
    } else {
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) { world.output.complain(String(line)) }
      if let hint = verbHint(words) { world.output.complain(hint) }
    }
    return code.isSuccess ? 0 : 64
  }
}

/// A verb is parsed by itself: looking at the options of all the others takes longer than all else that
/// comes before the first prompt. What does not read so is parsed from the top, whose words a person is then told.
private func parse(_ words: [String]) throws -> any ParsableCommand {
  if let position = verbPosition(words), let verb = AttuneCommand.verb(words[position]) {
    var others = words
    others.remove(at: position)
    do { return try verb.parseAsRoot(others) } catch {}
  }
  return try AttuneCommand.parseAsRoot(words)
}

func complain(_ failure: VerbFailure, in world: World) {
  if failure == .interrupted { return }
  for line in Wording.text(failure).split(separator: "\n") { world.output.complain(String(line)) }
}

/// The verb that was likely meant; the parser itself suggests none.
private func verbHint(_ words: [String]) -> String? {
  guard let typed = words.first(where: { !$0.hasPrefix("-") }) else { return nil }
  let names = AttuneCommand.verbNames
  guard !names.contains(typed), let near = nearest(typed, among: names) else { return nil }
  return "hint: Did you mean ‘\(near)’?"
}
