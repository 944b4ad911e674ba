import Documents

/// One look at a document. One file each; its test bears its name.
protocol Check {
  /// `Q01`.
  static var id: String { get }
  static func findings(in document: Checked) -> [Finding]
}

extension Check {
  static func fix(_ path: Path, _ message: String) -> Finding { Finding(id, .fix, at: path, message) }
  static func consider(_ path: Path, _ message: String) -> Finding { Finding(id, .consider, at: path, message) }
  static func stop(_ path: Path, _ message: String) -> Finding { Finding(id, .stop, at: path, message) }
}

/// The checks of a kind of document, and what they find.
package enum Checks {
  static func checks(of kind: Kind) -> [any Check.Type] {
    switch kind {
    case .chain:
      [
        Q01.self, Q02.self, Q03.self, Q04.self, Q05.self, Q06.self, Q07.self, Q08.self, Q09.self, Q10.self, Q11.self,
        Q12.self, Q13.self, Q14.self, Q15.self, Q16.self, Q17.self, Q18.self, Q19.self, Q20.self, Q21.self, Q22.self,
        Q23.self, Q24.self, Q25.self, Q26.self, Q30.self, H1.self, H2.self, H3.self,
      ]
    case .missingLinks:
      [Q01.self, Q16.self, Q17.self, Q22.self, Q23.self, Q25.self, Q26.self, Q30.self]
    case .tibEvent: [Q02.self, Q32.self]
    case .agreement:
      [Q26.self, Q27.self, Q28.self, Q29.self, Q30.self, Q31.self, H4.self, H5.self]
    case .agreementReview: [Q30.self]
    case .reflection: [Q35.self, Q36.self]
    case .accountability: [Q30.self, Q33.self, Q34.self]
    case .session, .measure, .note, .review, .transcript:
      []
    }
  }

  /// Whether a finding was looked at in a document and dismissed.
  package static func isDismissed(_ finding: Finding, in tree: JSON) -> Bool {
    (tree["dismissals"]?.array ?? []).contains {
      $0["check"]?.string == finding.check && $0["path"]?.string == finding.path.description
    }
  }

  /// What is found in a document, in order; those that were dismissed only when asked for.
  package static func findings(in document: Checked, includingDismissed: Bool = false) -> [Finding] {
    guard let kind = document.kind else { return [] }
    let dismissed = Set(
      (document.tree["dismissals"]?.array ?? []).map {
        "\($0["check"]?.string ?? "") \($0["path"]?.string ?? "")"
      })
    return checks(of: kind).flatMap { $0.findings(in: document) }
      .filter { includingDismissed || !dismissed.contains("\($0.check) \($0.path)") }
      .sorted(by: Finding.order)
  }
}
