import Documents

/// What a part of a record leaves the practice for, and so what it may hold (spec 12.3).
package enum ExportPurpose: String, CaseIterable, Hashable, Sendable {
  case payer, referral, court, consult

  /// What it holds, as a page says it of itself.
  package var holds: String {
    switch self {
    case .payer: "dates, times, how we met, what kind of target, progress"
    case .referral: "dates, how we met, what kind of target, progress, skills that were planned, level of care"
    case .court: "dates, times, how we met, attendance on both sides, the agreement's dates"
    case .consult: "days counted from the first, kinds of targets, steps and events, progress; no codes and no dates"
    }
  }

  enum Part: Hashable { case sessions, targets, steps, events, progress, care, agreement }

  var parts: [Part] {
    switch self {
    case .payer: [.sessions, .targets, .progress]
    case .referral: [.sessions, .targets, .progress, .care]
    case .court: [.sessions, .events, .agreement]
    case .consult: [.targets, .steps, .events, .progress, .care]
    }
  }

  /// Where the texts stand that may be marked to go along, by kind; none goes unmarked. A field covers what lies in it.
  package func mayBeMarked(_ path: Path, of kind: Kind) -> Bool {
    let places: [Kind: [Path]] =
      switch self {
      case .payer: [.agreement: ["targets"], .agreementReview: ["levelOfCare.note"]]
      case .referral:
        [
          .agreement: ["goals", "targets"], .chain: ["target.behavior", "hypothesis"],
          .agreementReview: ["helped", "getsInTheWay", "levelOfCare.note", "referral"],
        ]
      case .court:
        [
          .tibEvent: ["description", "statedReason", "repairDone"], .agreementReview: ["levelOfCare.note", "referral"],
          .agreement: ["clientAgreements", "therapistAgreements"],
        ]
      case .consult:
        [
          .agreement: ["goals", "targets"], .chain: [Path([])], .missingLinks: [Path([])],
          .tibEvent: ["description", "statedReason", "impact", "repairDone"],
          .agreementReview: ["helped", "getsInTheWay", "levelOfCare.note", "referral"],
        ]
      }
    return places[kind]?.contains { $0.covers(path) } ?? false
  }
}
