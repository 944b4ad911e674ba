import Console
import Forms

/// The crisis resources as they are shown: the emergency line first, plainly.
package enum CrisisPage {
  package static func lines(_ set: CrisisSet) -> [StyledLine] {
    var lines = [StyledLine("If there is danger now:")]
    for entry in set.entries {
      var ways: [String] = []
      if let call = entry.call { ways.append("call \(call)") }
      if let text = entry.text { ways.append("text \(text)") }
      if let chat = entry.chat { ways.append("chat \(chat)") }
      var line = "\(entry.label): \(ways.joined(separator: ", "))"
      if entry.id == "emergency", let note = entry.note {
        line = note
      } else if let note = entry.note {
        line += " (\(note))"
      }
      lines.append(StyledLine(line))
    }
    if let elsewhere = set.elsewhere { lines.append(StyledLine(elsewhere)) }
    return lines
  }

  /// Shows the practice's own set, or the built-in one.
  package static func show(in world: World) {
    for line in lines(BuiltIn.crisisSet()) { Page(world.output).say(line.text, .strong, hang: 4) }
  }

  /// The one line that stands under every document.
  package static func emergencyLine(_ set: CrisisSet) -> String {
    set.emergency?.note ?? "Call your local emergency number."
  }
}
