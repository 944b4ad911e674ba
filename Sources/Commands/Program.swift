import ArgumentParser
import Interviews
import Sessions

/// Runs the program: one verb from the command line, or the loop at `attune>`. Returns the exit code.
package func runProgram(_ arguments: [String], in world: World) -> Int32 {
  let words = withoutCommonOptions(arguments)
  if words.isEmpty { return PromptLoop(world).run() }
  return runVerb(arguments, in: world)
}

/// What is left when the options that every verb takes are taken out: nothing left means the loop.
private func withoutCommonOptions(_ arguments: [String]) -> [String] {
  var left: [String] = []
  var skipsNext = false
  for argument in arguments {
    if skipsNext {
      skipsNext = false
    } else if let takesValue = CommonOptions.names[String(argument.prefix { $0 != "=" })] {
      skipsNext = takesValue && !argument.contains("=")
    } else {
      left.append(argument)
    }
  }
  return left
}

/// Parses one line of words and runs the verb that it names; `own` are a person's words that were typed behind it.
func runVerb(_ words: [String], own: String? = nil, in world: World) -> Int32 {
  do {
    var command = try AttuneCommand.parseAsRoot(words)
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
