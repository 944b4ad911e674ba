import Documents
import Exchange
import Insights
import Interviews

extension Wording {
  /// Why a flag is up, in one line.
  static func sentence(_ flag: UndertreatmentFlag) -> String {
    switch flag {
    case .noRecentMeasure(let last):
      "No standard measure in the last four sessions\(last.map { "; the last was on \($0.plain)" } ?? "")."
    case .noReliableChange(let change, let sessions):
      "\(change.measure) from \(change.first) to \(change.last) in \(sessions) sessions: less than the \(change.reliable) that count as change."
    case .worsening(let change):
      "\(change.measure) from \(change.first) to \(change.last): worse by \(change.reliable) or more."
    case .repeatedTib(let who, let category, let days):
      "\(PlainWords.parts(category).firstUppercased), \(who == "therapist" ? "on your side" : who == "client" ? "on the client's side" : "on both sides"), \(days.count) times in six weeks: \(Wording.days(days))."
    case .unaddressedTib(let days): "Not talked about for more than a week: \(Wording.days(days))."
    case .brokenCommitment(let text, let times): "Not kept \(times) times: “\(text)”"
    case .targetUnchanged(let from, let to):
      "The first target is no rarer than four weeks before: \(from.times) in four weeks on \(from.on.plain), \(to.times) on \(to.on.plain)."
    case .avoidedRaising(let sessions): "You let \(sessions) sessions go by without raising it."
    case .outsideCompetence: "Outside your competence, as you said."
    case .protocolNotOffered: "A protocol was not offered, as you said."
    case .clientSaysNotHelping: "The client says that it is not helping."
    case .riskUp: "Risk is up, as you said."
    case .functionDown: "Functioning is down, as you said."
    }
  }

  /// A flag that was up when a reflection was written, as it is said when that is edited.
  static func standing(_ flag: String) -> String {
    "\(PlainWords.parts(flag).firstUppercased): up when this was written."
  }

  static func sentence(_ advice: UndertreatmentAdvice, isAnythingUp: Bool) -> String {
    switch advice {
    case .keepWatching: isAnythingUp ? "Keep watching." : "Nothing is up. Keep watching."
    case .chooseStep: "Choose a dated next step."
    case .consultThisWeek: "Consult this week; review level of care."
    }
  }

  private static func days(_ days: [CivilDate]) -> String { days.map(\.short).joined(separator: ", ") }
}
