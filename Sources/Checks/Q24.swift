import Documents

/// The safety section is finished where it is needed, and says why where it is not.
enum Q24: Check {
  static let id = "Q24"

  static func findings(in document: Checked) -> [Finding] {
    let chain = ChainAnalysis(document.tree)
    if chain.needsSafetyGate || document.tree["safetyGate"]?["required"] == true {
      return chain.safetyGateIsComplete
        ? []
        : [
          stop(
            "safetyGate",
            "The safety section is not finished. attune cannot judge safety; please finish it or write why not.")
        ]
    }
    guard document.tree["mode"] != "betweenSessions", document.text("safetyGate.reason") == nil,
      !document.isAnsweredWithState("safetyGate.reason")
    else { return [] }
    return [consider("safetyGate", "How was it asked, and what was said?")]
  }
}
