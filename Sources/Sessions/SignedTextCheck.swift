import Console
import Documents
import Exchange

/// Whether a text is the one that was signed, by its own signatures, by what lies beside it, or by a code on paper.
package struct SignedTextCheck {
  private let world: World
  private var page: Page { Page(world.output) }

  package init(_ world: World) { self.world = world }

  /// Says how it stands; returns 1 where something differs.
  package func run(_ name: String, code: String?) throws(VerbFailure) -> Int32 {
    if name.hasSuffix(".txt") {
      let bytes: [UInt8]
      do throws(StoreProblem) { bytes = try world.readFile(name) } catch { throw .store(error) }
      return compare(sha256(bytes), code: code)
    }
    if name.hasSuffix(".md") {
      let signed = name.dropLast(".md".count) + ".signed.txt"
      throw .usage(
        "‘\(name)’ is a page for reading; what was signed is the text beside it.",
        hint: "attune agree verify \(signed), or the agreement's id")
    }
    let tree = try Agreements(world).named(name, client: nil)
    let fingerprint = agreementFingerprint(tree)
    var differs = false
    let signatures = tree["signatures"]?.array ?? []
    if signatures.isEmpty { page.say("Not signed.") }
    for signature in signatures {
      let standing = SignatureStanding(signature, of: tree, fingerprint: fingerprint)
      if standing == .broken { differs = true }
      page.say("\(signature["name"]?.string ?? ""), \(signature["role"]?.string ?? ""): \(standing.words)", hang: 4)
    }
    if try isOtherBeside(tree) { differs = true }
    return compare(fingerprint, code: code) == 1 || differs ? 1 : 0
  }

  /// Whether the signed text that lies beside the document is not what its signatures say.
  private func isOtherBeside(_ tree: JSON) throws(VerbFailure) -> Bool {
    // Of this version: what was signed of another was another text.
    let signatures = Agreement.roles.compactMap { Agreement(tree).signature(of: $0)?["sha256"]?.string }
    guard let id = Envelope(tree).id, let signed = signatures.first(where: { !$0.isEmpty })?.lowercased() else {
      return false
    }
    let bytes: [UInt8]?
    do throws(StoreProblem) { bytes = try world.store.signedText(of: id) } catch { throw .store(error) }
    guard let bytes else { return false }
    let holds = sha256(bytes) == signed
    page.say(
      holds
        ? "The signed text beside it is whole: \(id).signed.txt" : "\(id).signed.txt is not the text that was signed.",
      hang: 4)
    return !holds
  }

  private func compare(_ fingerprint: String, code: String?) -> Int32 {
    guard let code else {
      page.say(.dim("The code of this text: ") + .strong(signatureCode(of: fingerprint) ?? ""))
      return 0
    }
    let isIt = isSignatureCode(code, of: fingerprint)
    page.say(isIt ? "The code is that of this text." : "The code is not that of this text.")
    return isIt ? 0 : 1
  }
}

/// What two versions of an agreement say differently, for people.
package struct AgreementDifferencePage {
  private let page: Page

  package init(_ output: any Output) { page = Page(output) }

  /// Returns whether they differ.
  package func say(from old: JSON, to new: JSON) -> Bool {
    func name(_ tree: JSON) -> String {
      "\(Envelope(tree).id?.text ?? "")" + (Agreement(tree).version.map { ", version \($0)" } ?? "")
    }
    page.say(.accent("\(name(old)) → \(name(new))"))
    let differences = AgreementDifference.all(from: old, to: new).filter { !$0.isHistory }
    if differences.isEmpty { page.say("They say the same.") }
    for difference in differences {
      switch difference {
      case .changed(let was, let now):
        page.say(.dim("\(now.label)  ") + StyledLine(was.words) + .dim(" → ") + .strong(now.words), hang: 4)
      case .added(let term): page.say(.dim("\(term.label) added  ") + .strong(term.words), hang: 4)
      case .takenOut(let term): page.say(.dim("\(term.label) taken out  ") + StyledLine(term.words), hang: 4)
      }
    }
    sayReasons(old, new)
    return !differences.isEmpty
  }

  /// Why, as it was written down with the changes that the new one holds and the old one does not.
  private func sayReasons(_ old: JSON, _ new: JSON) {
    let known = old["amendments"]?.array ?? []
    let made = (new["amendments"]?.array ?? []).filter { !known.contains($0) }
    guard !made.isEmpty else { return }
    page.blank()
    for change in made {
      let name = Agreement.name(ofClause: change["clause"]?.string ?? "")
      let place = name.contains(".") ? PlainWords.place(Path(name)) : name
      let why = [change["proposedBy"]?.string.map { "proposed by \($0)" }, change["why"]?.string].compactMap { $0 }
      page.say(.dim("\(place): ") + StyledLine(why.joined(separator: "; ")), hang: 4)
    }
  }
}

extension AgreementDifference {
  /// Which version it is, and what was changed before, follow from the versions themselves.
  fileprivate var isHistory: Bool {
    let path =
      switch self {
      case .changed(let term, _), .added(let term), .takenOut(let term): term.path
      }
    return ["version", "supersedes", "amendments"].contains(path.steps.first)
  }
}
