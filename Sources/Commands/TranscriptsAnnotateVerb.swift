import ArgumentParser
import Console
import Documents
import Sessions

/// `attune transcripts annotate`: a transcript looked at with marks, and with what is easily missed in it.
struct TranscriptsAnnotateVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Marks turns of a transcript: a number, a tag, words.",
    discussion: "Tags: \(Annotating.tags.joined(separator: ", ")).")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The transcript's id.", valueName: "id"))
  var id: String
  @ArgumentParser.Option(help: ArgumentHelp("The number of the turn that is marked.", valueName: "number"))
  var at: Int?
  @ArgumentParser.Option(help: ArgumentHelp("What it is marked as.", valueName: "tag"))
  var tag: String?
  @ArgumentParser.Option(help: ArgumentHelp("Words, read from standard input.", valueName: "-"))
  var note: String?
  @ArgumentParser.Option(help: ArgumentHelp("What is easily missed, for programs.", valueName: "text|json"))
  var format: String?

  func run(in world: World) throws(VerbFailure) -> Int32 {
    if let note, note != "-" { throw wordsOutside("--note -") }
    let isJSON = try isJSON(format)
    var annotating = Annotating(world, try transcript(id, in: world))
    switch (at, tag) {
    case (let at?, let tag?):
      try annotating.mark(at, tag, note: note == nil ? "" : ShortAnswer(world).readAll())
    case (nil, nil):
      guard note == nil else { throw .usage("--note goes with --at and --tag.", hint: nil) }
      if !isJSON { try annotating.talk() }
    case (_, nil), (nil, _): throw .usage("--at and --tag go together.", hint: nil)
    }
    if isJSON { world.output.put(annotating.helps.json.harmlessText) }
    return 0
  }
}
