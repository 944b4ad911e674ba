import ArgumentParser
import Documents
import Exchange
import Sessions

/// `attune export`: the client's copy of a record, or as little of it as a purpose needs. Nothing private goes with it,
/// whatever is asked.
struct ExportVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "A client's copy, or as little of the record as a purpose needs.")
  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("The client's code.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(
    help: ArgumentHelp("Only what this purpose needs.", valueName: "payer|referral|court|consult"))
  var min: String?
  @Flag(help: "For consultation: no codes, no dates.")
  var consult = false
  @ArgumentParser.Option(help: ArgumentHelp("A folder for the files, outside the practice.", valueName: "folder"))
  var out: String?

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let purpose = try purpose()
    if let out, isInside(world.trueName(out), world.trueName(world.store.place)) { throw .isInsidePractice(out) }
    let code = try ShortAnswer(world).client(client)
    guard let files = try ExportPage(world, client: code).files(for: purpose) else {
      world.output.complain("Nothing was written.")
      return 0
    }
    guard let out else {
      world.output.put(files.map(\.text).joined(separator: "\n"))
      return 0
    }
    do throws(StoreProblem) { try world.makeFolder(out) } catch { throw .store(error) }
    for file in files {
      let path = out.hasSuffix("/") ? out + file.name : "\(out)/\(file.name)"
      let isNew: Bool
      do throws(StoreProblem) { isNew = try world.writeFile(path, Array(file.text.utf8)) } catch { throw .store(error) }
      guard isNew else { throw .fileExists(path) }
      world.output.put(path + "\n")
    }
    return 0
  }

  private func purpose() throws(VerbFailure) -> ExportPurpose? {
    guard let min else { return consult ? .consult : nil }
    guard let purpose = ExportPurpose(rawValue: min) else {
      throw .usage("There is no purpose ‘\(min)’.", hint: "payer, referral, court or consult.")
    }
    if consult, purpose != .consult { throw .usage("--min and --consult name two purposes.", hint: "Leave one out.") }
    return purpose
  }

  /// Whether a folder is that of the practice, or lies in it, as its name says.
  private func isInside(_ folder: String, _ practice: String) -> Bool {
    let (own, home) = (steps(folder), steps(practice))
    return own.starts(with: home)
  }

  private func steps(_ path: String) -> [String] {
    var steps: [String] = path.hasPrefix("/") ? ["/"] : []
    for step in path.split(separator: "/").map(String.init) where step != "." {
      if step == "..", let last = steps.last, last != "..", last != "/" {
        steps.removeLast()
      } else {
        steps.append(step)
      }
    }
    return steps
  }
}
