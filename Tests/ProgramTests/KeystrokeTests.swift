import Documents
import TestSupport
import Testing

/// What a practiced hand types for a whole chain, held against what it fills.
///
/// **Typed**: every key from the first prompt of the form to the Enter that closes it, Enter counting as one character.
/// **Prompts**: the lines that the program read meanwhile, told by what it sends to the terminal whenever it reads one.
/// **Fields**: the leaf values of the document that a question asks for, typed or said back and let stand; not the
/// envelope, ids, nulls, or what the program sets by itself (`own`).
/// **Content**: their characters as people say them, and those of what is told home. A text counts with all its
/// characters, a number with its digits, a day or time as five (`19:40`), a choice of any kind as one.
@Suite struct Keystrokes {
  private static let envelope: Set<String> = [
    "schema", "id", "kind", "synthetic", "clientRef", "therapistRef", "createdAt", "updatedAt", "sessionDate",
    "sessionNumber", "mode", "status", "recordClass", "related", "form", "scale", "fieldStates",
  ]

  /// Follows from something else that was answered, or from where it was asked.
  private static let own: Set<String> = [
    "orientation.priorCommitments.ref", "target.durationMinutes", "safetyGate.required", "consequences.timing",
    "solutions.rehearsed", "repair.items.status", "commitments.followUpOn", "therapistCommitments.by", "validation.ref",
  ]

  private static let choices: Set<String> = [
    "permission", "status", "outcome", "tier", "tags", "category", "changeable", "type", "emotion", "location",
    "valence", "effect", "mechanism", "clientAgrees", "ref", "kind", "skill", "safeToContact", "solutionRefs",
    "strategies",
  ]

  @Test func `Case 1 takes few characters and few prompts`() throws {
    let practice = try ScratchPractice()
    try practice.holdCase0()
    let typed = try TypedCase("case1-chain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines)
    #expect(try conversation.close() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    let output = String(decoding: conversation.terminal.output, as: UTF8.self)
    let form = output.split(separator: "Clear the screen")[0]

    let keys = typed.lines.map { $0.count + 1 }.reduce(0, +) + 1
    let prompts = form.split(separator: "\u{1B}[?2004h").count - 1
    let leaves = Keystrokes.leaves(of: document)
    let home = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")["commitments"]?.array?.first?["outcomeNote"]?
      .string
    let note = try #require(document["orientation"]?["priorCommitments"]?.array?.first?["note"]?.string)
    let toldHome = try #require(home).dropFirst(note.count + 1).count
    let content = leaves.map { Keystrokes.characters(of: $0.value, at: $0.path) }.reduce(toldHome, +)

    let perCharacter = Double(keys) / Double(content)
    let perField = Double(prompts) / Double(leaves.count)
    print("Case 1: \(keys) characters typed for \(content) of content, \(rounded(perCharacter)) for one (aim 1.10);")
    print("        \(prompts) prompts for \(leaves.count) fields, \(rounded(perField)) for one (aim 0.42).")
    #expect(perCharacter <= 1.10)
    #expect(perField <= 0.42)
  }

  private func rounded(_ ratio: Double) -> Double { (ratio * 1000).rounded() / 1000 }

  private static func leaves(of document: JSON) -> [(path: [String], value: JSON)] {
    var leaves: [(path: [String], value: JSON)] = []
    func walk(_ value: JSON, _ path: [String]) {
      switch value {
      case .object(let members):
        for (key, member) in members where !(path.isEmpty && envelope.contains(key)) && key != "id" {
          walk(member, path + [key])
        }
      case .array(let elements): for element in elements { walk(element, path) }
      case .null: break
      case .bool, .number, .string: if !own.contains(path.joined(separator: ".")) { leaves.append((path, value)) }
      }
    }
    walk(document, [])
    return leaves
  }

  private static func characters(of value: JSON, at path: [String]) -> Int {
    switch value {
    case .string(let text):
      if CivilDate(text) != nil || Moment(text) != nil || TimeOfDay(text) != nil { return 5 }
      let isChoice = choices.contains(path.last ?? "") || path.dropLast().last == "asked"
      return isChoice ? 1 : text.count
    case .bool: return 1
    case .number: return value.compact.count
    case .object, .array, .null: return 0
    }
  }
}
