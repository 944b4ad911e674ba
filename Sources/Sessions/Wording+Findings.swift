import Checks

extension Wording {
  /// A finding on one line: the check, how much it asks for, its words and the field that would cure it (spec 13.2).
  package static func line(_ finding: Finding) -> String {
    "\(finding.check) \(finding.severity.rawValue)  \(finding.message)   \(finding.path)"
  }
}
