import Documents
import Forms
import Insights

/// What a practice sets for itself, in `practice.yaml`. Read by the first command that needs it.
package struct Settings: Hashable, Sendable {
  package var clinician: String?
  package var scale = "0-100"
  package var form = "full"
  /// The language that is typed, where it is not English.
  package var lang: String?
  /// By how much the total of a measure has to change to count as change.
  package var reliableChange = Undertreatment.usualChange
  /// Whether the screen is cleared when an interview is left.
  package var clear = Clearing.ask

  /// Whether a transcript of a session is kept when it is closed.
  package var transcripts = Keeping.discard

  package enum Keeping: String, CaseIterable, Hashable, Sendable { case discard, ask, keep }
  package enum Clearing: String, CaseIterable, Hashable, Sendable { case ask, always, never }

  package init() {}

  /// Reads the settings; a practice without any has the usual ones.
  package init(from store: any Store) throws(VerbFailure) {
    let bytes: [UInt8]?
    do throws(StoreProblem) { bytes = try store.file("practice.yaml") } catch { throw .store(error) }
    guard let bytes else { return }
    do throws(TemplateProblem) { try take(JSON(yaml: String(decoding: bytes, as: UTF8.self))) } catch {
      throw .badSettings(error)
    }
  }

  /// A practice's settings as they are written, with its transcripts kept.
  package static func keepingTranscripts(of store: any Store) throws(VerbFailure) -> String {
    let bytes: [UInt8]?
    do throws(StoreProblem) { bytes = try store.file("practice.yaml") } catch { throw .store(error) }
    do throws(TemplateProblem) {
      var tree =
        try bytes.map { (bytes) throws(TemplateProblem) in
          try JSON(yaml: String(decoding: bytes, as: UTF8.self))
        } ?? .object([:])
      tree.apply(.set("transcripts", "keep"))
      // JSON is YAML.
      return tree.pretty
    } catch {
      throw .badSettings(error)
    }
  }

  private mutating func take(_ tree: JSON) throws(TemplateProblem) {
    if let code = tree["clinician"] {
      guard let text = code.string, ClientCode(text) != nil else {
        throw TemplateProblem(place: "clinician", fact: .isNotText)
      }
      clinician = text
    }
    if let tag = tree["lang"] {
      guard let text = tag.string, !text.isEmpty else { throw TemplateProblem(place: "lang", fact: .isNotText) }
      lang = text
    }
    if let amounts = tree["reliableChange"] { reliableChange.merge(try Settings.amounts(amounts)) { $1 } }
    scale = try word("scale", tree, of: ["0-100", "0-5"]) ?? scale
    form = try word("form", tree, of: ["full", "short"]) ?? form
    transcripts =
      try word("transcripts", tree, of: Keeping.allCases.map(\.rawValue)).flatMap(Keeping.init) ?? transcripts
    clear = try word("clear", tree, of: Clearing.allCases.map(\.rawValue)).flatMap(Clearing.init) ?? clear
  }

  private static func amounts(_ tree: JSON) throws(TemplateProblem) -> [String: Int] {
    guard let members = tree.object else { throw TemplateProblem(place: "reliableChange", fact: .isNotAMapping) }
    var amounts: [String: Int] = [:]
    for (measure, amount) in members {
      guard let amount = amount.int, (1...100_000).contains(amount) else {
        throw TemplateProblem(place: "reliableChange.\(measure)", fact: .isNotANumber)
      }
      amounts[measure] = amount
    }
    return amounts
  }

  private func word(_ key: String, _ tree: JSON, of words: [String]) throws(TemplateProblem) -> String? {
    guard let value = tree[key] else { return nil }
    guard let word = value.string, words.contains(word) else {
      throw TemplateProblem(place: key, fact: .isNotOneOf(words))
    }
    return word
  }
}
