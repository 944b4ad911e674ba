import ArgumentParser
import Documents
import Sessions

/// `attune agree`: the treatment agreement, from its draft to its next version.
struct AgreeVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree", abstract: "A treatment agreement: draft, sign, change, read.",
    subcommands: [
      AgreeNewVerb.self, AgreeSignVerb.self, AgreeAmendVerb.self,
      AgreeReviewVerb.self,
      AgreeShowVerb.self, AgreeDiffVerb.self,
      AgreeVerifyVerb.self, AgreeStatusVerb.self,
    ])
}

/// `attune agree new`: a guided draft, or one from a file of answers.
struct AgreeNewVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Drafts an agreement together, and signs it.")
  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SessionOptions

  func run(in world: World) throws(VerbFailure) -> Int32 { try options.run(.agreement, in: world) }
}

/// `attune agree review`: what each has kept, what to change, and the next version.
struct AgreeReviewVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Looks at the agreement in force together, both sides; both sign what changes.")
  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SessionOptions

  func run(in world: World) throws(VerbFailure) -> Int32 { try options.run(.agreementReview, in: world) }
}

/// `attune agree sign`: the two names under a complete agreement.
struct AgreeSignVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Shows the text whole; both type their names.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The agreement's id; without one, the one that waits for names.", valueName: "id"))
  var id: String?
  @ArgumentParser.Option(help: ArgumentHelp("The client's code, never a name.", valueName: "code"))
  var client: String?

  func run(in world: World) throws(VerbFailure) -> Int32 {
    guard world.lines.isInteractive else { throw .needsTerminal }
    var id = id ?? ""
    if self.id == nil { id = try waiting(in: world) }
    let open = try Resuming(world).open(of: nil)
    if let found = open.first(where: { $0.session.document.text == id }),
      let session = try Session.resume(found.session, in: world)
    {
      return Conversation(world).run(session)
    }
    guard let session = try Session.sign(id, in: world) else { return 0 }
    return Conversation(world).run(session)
  }

  /// The only one that waits for names.
  private func waiting(in world: World) throws(VerbFailure) -> String {
    let ids = try Agreements(world).unsigned(of: try knownClient(client, in: world)).compactMap {
      Envelope($0).id?.text
    }
    switch ids.count {
    case 1: return ids[0]
    case 0: throw .usage("No agreement waits for names.", hint: "attune agree new drafts one.")
    default:
      throw .usage(
        "Several agreements wait for names.", hint: ids.map { "attune agree sign \($0)" }.joined(separator: "\n      "))
    }
  }
}

/// `attune agree amend`: a new version, in force when both have signed it.
struct AgreeAmendVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Changes an agreement that is in force; both sign again.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The agreement's id; without one, that of the client.", valueName: "id"))
  var id: String?
  @ArgumentParser.Option(help: ArgumentHelp("The client's code, never a name.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("The session's number.", valueName: "number"))
  var session: Int?
  @Flag(help: "A demonstration; the document says so.")
  var synthetic = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    if let session, session < 1 { throw .usage("A session's number is 1 or more.", hint: nil) }
    let tree = try Agreements(world).named(id, client: client)
    let envelope = Envelope(tree)
    if let open = try Resuming(world).offer(client: envelope.client?.text) { return Conversation(world).run(open) }
    guard let name = envelope.id?.text,
      let begun = try Session.amend(name, session: session, synthetic: synthetic, in: world)
    else { return 0 }
    return Conversation(world).run(begun)
  }
}
