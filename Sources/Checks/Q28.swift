import Documents

/// A rule of attendance says what counts, how many, counted how, and then what.
enum Q28: Check {
  static let id = "Q28"

  static func findings(in document: Checked) -> [Finding] {
    let list: Path = "attendance.rules"
    let rules = document.elements(list)
    if rules.isEmpty {
      if document.isAnsweredWithState(list) { return [] }
      return [consider(list, "No rule about attendance. Is each event talked about, or is there a number?")]
    }
    return rules.compactMap { rule in
      question(about: rule, in: document).map { fix(rule.path, $0) }
    }
  }

  private static func question(about rule: Checked.Element, in document: Checked) -> String? {
    func lacks(_ isThere: Bool, _ key: String) -> Bool {
      !isThere && !document.isAnsweredWithState(rule.path.appending(key))
    }
    func isLess(_ key: String) -> Bool { rule[key]?.int.map { $0 < 1 } ?? false }
    func hasNumber(_ key: String) -> Bool { rule[key]?.int.map { $0 >= 1 } ?? false }
    if lacks(rule.text("what") != nil, "what") || lacks(rule.text("counts") != nil, "counts") {
      return "What counts under it?"
    }
    if isLess("threshold") || lacks(hasNumber("threshold"), "threshold") { return "How many of them?" }
    let number = rule["threshold"]?.int.map(String.init) ?? "so many"
    if lacks(rule.text("basis") != nil, "basis") {
      return "'\(number)': in a row, in total, or in how many sessions?"
    }
    let windows = ["windowSessions", "windowDays"]
    switch rule["basis"]?.string {
    case "rolling", "percent":
      let isAnswered = windows.contains { document.isAnsweredWithState(rule.path.appending($0)) }
      let isThere = windows.contains(where: hasNumber)
      if windows.contains(where: isLess) || !isThere && !isAnswered { return "'\(number)': in how many sessions?" }
    case "fixedPeriod":
      if isLess("periodWeeks") || lacks(hasNumber("periodWeeks"), "periodWeeks") {
        return "'\(number)': in each how many weeks?"
      }
    default: break
    }
    if lacks(rule["modes"]?.array?.isEmpty == false, "modes") { return "In which sessions does it count?" }
    if lacks(rule.text("whenReached") != nil, "whenReached") { return "And what do we do then?" }
    if lacks(rule["therapistCancelledCounts"] == false, "therapistCancelledCounts") {
      return "Say in so many words that what the therapist cancels does not count."
    }
    return nil
  }
}
