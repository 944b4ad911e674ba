import ArgumentParser
import Console
import Documents
import Exchange
import Sessions

/// `attune transcripts`: what was said in sessions, where the practice keeps it.
struct TranscriptsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transcripts", abstract: "Transcripts of sessions: those kept, one of them, played again, taken away.",
    discussion: "The practice keeps none unless its practice.yaml says ‘transcripts: ask’ or ‘transcripts: keep’.",
    subcommands: [
      TranscriptsListVerb.self, TranscriptsShowVerb.self, TranscriptsRunVerb.self,
      TranscriptsAnnotateVerb.self, TranscriptsImportVerb.self, TranscriptsDeleteVerb.self,
    ])
}

/// `attune transcripts list`.
struct TranscriptsListVerb: Verb {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The transcripts that are kept.")

  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("One client's.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|json"))
  var format: String?

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let isJSON = try isJSON(format)
    var filter = DocumentList.Filter()
    filter.kind = .transcript
    if let client {
      guard let code = ClientCode(client) else { throw .badClientCode(client) }
      filter.client = code
    }
    let rows = try DocumentList(world.store).rows(filter, includingPrivate: true)
    if isJSON {
      world.output.put(JSON.array(rows.map(\.json)).harmlessText)
      return 0
    }
    let page = Page(world.output)
    if rows.isEmpty, let client {
      page.say("No transcripts of \(client).")
    } else if rows.isEmpty {
      page.say("No transcripts. They are kept where practice.yaml says ‘transcripts: ask’ or ‘transcripts: keep’.")
    }
    for row in rows { page.say(row.line, hang: 4) }
    return 0
  }
}

/// `attune transcripts show`.
struct TranscriptsShowVerb: Verb {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "One transcript.")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The transcript's id.", valueName: "id"))
  var id: String
  @ArgumentParser.Option(help: ArgumentHelp("Markdown or JSON.", valueName: "md|json"))
  var format: String = "md"

  func run(in world: World) throws(VerbFailure) -> Int32 {
    guard ["md", "json"].contains(format) else { throw .usage("There is no format ‘\(format)’.", hint: "md or json.") }
    let tree = try transcript(id, in: world)
    world.output.put(format == "json" ? tree.harmlessText : harmless(transcriptMarkdown(tree)))
    return 0
  }
}

/// `attune transcripts delete`: the one kind of document that can be taken away.
struct TranscriptsDeleteVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Takes a transcript away for good. Its document stays.")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The transcript's id.", valueName: "id"))
  var id: String
  @Flag(help: "Without asking, for programs.")
  var yes = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let tree = try transcript(id, in: world)
    guard let found = Envelope(tree).id else { throw .notFound(id, hint: nil) }
    let page = Page(world.output)
    if !yes {
      guard world.isAttended else {
        throw .usage(
          "A transcript is deleted only after a question, and there is no terminal to ask on.",
          hint: "--yes deletes without asking.")
      }
      page.say("Take the transcript ‘\(found)’ away for good? Its document stays.  y · n")
      guard YesNo(world).read(enter: .no) == .yes else {
        page.say(.dim("It stays."))
        return 0
      }
    }
    do throws(StoreProblem) { _ = try world.store.removeTranscript(found) } catch { throw .store(error) }
    page.say("The transcript ‘\(found)’ is gone.")
    return 0
  }
}

/// The transcript with an id.
func transcript(_ id: String, in world: World) throws(VerbFailure) -> JSON {
  let (_, tree) = try DocumentFinder(world, includingPrivate: true).document(id)
  guard tree["kind"] == "transcript" else {
    throw .notFound(id, hint: "‘\(id)’ is no transcript; attune show prints it.")
  }
  return tree
}
