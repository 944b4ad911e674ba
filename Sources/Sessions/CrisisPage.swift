import Console
import Documents
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
    let page = Page(world.unheard.output)
    let (set, problem) = crisisSet(of: world.store)
    if let problem { page.say(.dim(problem)) }
    var lines = lines(set)
    let rows = lines.reduce(0) { $0 + wrapped($1, width: page.width - 2, hang: 4).count }
    // Where not all of it fits, what matters most stands last, next to where one is.
    if rows > world.output.height - 2 { lines.reverse() }
    for line in lines { page.say(line.text, .strong, hang: 4) }
  }

  /// The practice's own set, `Templates/crisis.yaml`, or the built-in one; what keeps its own from being read is said.
  /// The emergency entry is always there: a set that has none keeps the built-in one.
  package static func crisisSet(of store: any Store) -> (CrisisSet, problem: String?) {
    let builtIn = BuiltIn.crisisSet()
    let bytes: [UInt8]?
    do throws(StoreProblem) { bytes = try store.file("Templates/crisis.yaml") } catch {
      return (builtIn, Wording.sentence(error).message)
    }
    guard let bytes else { return (builtIn, nil) }
    do throws(TemplateProblem) {
      let own = CrisisSet(try JSON(yaml: String(decoding: bytes, as: UTF8.self)))
      guard !own.entries.isEmpty else {
        return (builtIn, "The practice's own crisis set is empty; this is the built-in one.")
      }
      return (own.keepingEmergency(of: builtIn), nil)
    } catch {
      return (
        builtIn, "The practice's own crisis set does not read: \(Wording.sentence(error)). This is the built-in one."
      )
    }
  }

  /// How long ago the numbers were looked at, where that is too long.
  package static func age(of set: CrisisSet, on day: CivilDate) -> String? {
    guard let verified = set.verifiedOn else {
      return "Crisis resources: never verified. Call the numbers, then set verifiedOn."
    }
    let days = day - verified
    return days > 180
      ? "Crisis resources: verified on \(verified), \(days) days ago. Call the numbers, then set verifiedOn." : nil
  }

  /// The one line that stands under every document.
  package static func emergencyLine(_ set: CrisisSet) -> String {
    set.emergency?.note ?? "Call your local emergency number."
  }
}
