import Documents

/// Something that speaks for asking whether the treatment is enough, with why it is up (spec 7.7). Never a score.
package enum UndertreatmentFlag: Hashable, Sendable {
  /// The day of the last measure, where there was one.
  case noRecentMeasure(last: CivilDate?)
  case noReliableChange(Change, sessions: Int)
  case worsening(Change)
  /// Days of one kind of event of one side, oldest first.
  case repeatedTib(who: String, category: String, on: [CivilDate])
  case unaddressedTib([CivilDate])
  case brokenCommitment(text: String, times: Int)
  case targetUnchanged(from: Frequency, to: Frequency)
  case avoidedRaising(sessions: Int)
  case outsideCompetence, protocolNotOffered, clientSaysNotHelping
  case riskUp, functionDown

  /// From the first total of a measure to its last; `reliable` is how much is taken as no chance.
  package struct Change: Hashable, Sendable {
    package let measure: String
    package let first: Int
    package let last: Int
    package let reliable: Int
  }

  /// How often a target happened in four weeks, as a chain of that day says.
  package struct Frequency: Hashable, Sendable {
    package let times: Int
    package let on: CivilDate
  }

  /// As it is kept in a reflection.
  package var name: String {
    switch self {
    case .noRecentMeasure: "noRecentMeasure"
    case .noReliableChange: "noReliableChange"
    case .worsening: "worsening"
    case .repeatedTib: "repeatedTib"
    case .unaddressedTib: "unaddressedTib"
    case .brokenCommitment: "brokenCommitment"
    case .targetUnchanged: "targetUnchanged"
    case .avoidedRaising: "avoidedRaising"
    case .outsideCompetence: "outsideCompetence"
    case .protocolNotOffered: "protocolNotOffered"
    case .clientSaysNotHelping: "clientSaysNotHelping"
    case .riskUp: "riskUp"
    case .functionDown: "functionDown"
    }
  }
}

/// What the flags together ask for.
package enum UndertreatmentAdvice: Hashable, Sendable {
  case keepWatching, chooseStep, consultThisWeek

  /// Of the flags that are up, by their names.
  package init(names: Set<String>) {
    self =
      !names.isDisjoint(with: Reflection.urgentFlags)
      ? .consultThisWeek : Reflection.asksForStep(names) ? .chooseStep : .keepWatching
  }
}
