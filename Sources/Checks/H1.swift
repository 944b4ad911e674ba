import Documents

/// The medical caution was read before cold water or hard exercise is planned.
enum H1: Check {
  static let id = "H1"

  static func findings(in document: Checked) -> [Finding] {
    document.solutions.filter { solution in
      ["dt.tip.temperature", "dt.tip.exercise"].contains(solution["skill"]?.string ?? "")
        && solution["medicalCautionRead"] != true
    }.map { fix($0.path, "Was the medical caution read together?") }
  }
}
