import Documents

/// Something that made the day easier to knock over.
enum Q06: Check {
  static let id = "Q06"

  static func findings(in document: Checked) -> [Finding] {
    guard document.elements("vulnerabilities").isEmpty, !document.isAnsweredWithState("vulnerabilities") else {
      return []
    }
    return [consider("vulnerabilities", "Anything that made that day easier to knock over? Sleep, food, stress?")]
  }
}
