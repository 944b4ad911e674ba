import ArgumentParser
import Console
import Documents
import Exchange
import Sessions

/// `attune agree show`: an agreement as it stands, both sides side by side, and how its signatures stand to its text.
struct AgreeShowVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "An agreement, and whether its text is still the signed one.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The agreement's id or file; without one, the client's in force.", valueName: "id"))
  var id: String?
  @ArgumentParser.Option(help: ArgumentHelp("The client's code, never a name.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("The signed text, Markdown or JSON.", valueName: "text|md|json"))
  var format: String?

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let tree = try Agreements(world).named(id, client: client)
    switch format {
    case nil:
      let page = Page(world.output)
      let envelope = Envelope(tree)
      let version = Agreement(tree).version.map { ", version \($0)" } ?? ""
      page.say(.accent("\(envelope.id?.text ?? "")\(version)") + .dim("  \(envelope.status ?? "")"))
      AgreementPage(world.output).sayTerms(of: tree)
      AgreementPage(world.output).saySignatures(of: tree)
      AgreementPage(world.output).sayHistory(of: tree)
    case "text": world.output.put(agreementText(tree))
    case "md": world.output.put(harmless(DocumentKeeping(world.store).markdown(tree)))
    case "json": world.output.put(tree.harmlessText)
    case let other?: throw .usage("There is no format ‘\(other)’.", hint: "text, md or json.")
    }
    return 0
  }
}

/// `attune agree diff`: what two versions say differently, in the words of their texts.
struct AgreeDiffVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What two versions of an agreement say differently.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("An agreement.", valueName: "id"))
  var first: String
  @Argument(help: ArgumentHelp("Another; without one, the version before.", valueName: "id"))
  var second: String?

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let agreements = Agreements(world)
    var old = try agreements.named(first, client: nil)
    var new = old
    if let second {
      new = try agreements.named(second, client: nil)
    } else {
      guard let before = Agreement(old).supersedes else {
        Page(world.output).say("‘\(first)’ has no version before it.")
        return 0
      }
      old = try agreements.named(before.text, client: nil)
    }
    return AgreementDifferencePage(world.output).say(from: old, to: new) ? 1 : 0
  }
}

/// `attune agree verify`: whether a text is the one that was signed.
struct AgreeVerifyVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Whether a text is the one that was signed.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("An agreement's id, its JSON, or a .signed.txt.", valueName: "file"))
  var file: String
  @Argument(help: ArgumentHelp("The code on the client's copy.", valueName: "code"))
  var code: [String] = []

  func run(in world: World) throws(VerbFailure) -> Int32 {
    try SignedTextCheck(world).run(file, code: code.isEmpty ? nil : code.joined(separator: " "))
  }
}
