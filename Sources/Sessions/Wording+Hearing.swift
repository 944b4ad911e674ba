import Exchange

// Why a session that was held elsewhere is not taken: what was seen, where, and what to do.

extension Wording {
  static func problem(_ problem: HearingProblem, in file: String) -> String {
    switch problem {
    case .text(.isEmpty): "‘\(file)’ says nothing."
    case .text(.isNoText(let place)):
      "‘\(file)’ is no text in UTF-8, and no UTF-16 with a byte-order mark\(place.map { "; byte \($0 + 1) does not read" } ?? "")."
    case .text(.isUnlabelled(let line, let text)):
      "No line of ‘\(file)’ says who speaks. Line \(line) says: \(shortened(text))"
    case .unknownSpeakers(let seen): "Who is who in ‘\(file)’ is not known: \(seen.joined(separator: ", "))."
    }
  }

  static func hint(_ problem: HearingProblem) -> String? {
    switch problem {
    case .text(.isEmpty), .text(.isNoText): nil
    case .text(.isUnlabelled): "Each turn begins with T: or C:, or a name and a colon."
    case .unknownSpeakers: "Say it with --speakers 'NAME=T,NAME=C'; O is for others."
    }
  }

  private static func shortened(_ text: String) -> String { text.count <= 60 ? text : "\(text.prefix(60)) …" }
}
