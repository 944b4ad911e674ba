import Documents

/// How much a finding asks for (spec 13.2).
package enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  /// A document cannot be marked complete without a clinician's typed reason.
  case stop
  /// Shown before completing.
  case fix
  /// Shown when findings are asked for.
  case consider

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .stop: 0
    case .fix: 1
    case .consider: 2
    }
  }
}

/// Something about a document that is worth a second look, with a question that helps. Never a score.
///
/// With the check, the path is the finding's identity: it is the field that would cure it.
package struct Finding: Hashable, Sendable {
  package let check: String
  package let severity: Severity
  package let path: Path
  package let message: String

  package init(_ check: String, _ severity: Severity, at path: Path, _ message: String) {
    self.check = check
    self.severity = severity
    self.path = path
    self.message = message
  }

  /// Stop first, then fix, then consider; by check, then by path.
  package static func order(_ a: Finding, _ b: Finding) -> Bool {
    (a.severity, a.check, a.path) < (b.severity, b.check, b.path)
  }
}
