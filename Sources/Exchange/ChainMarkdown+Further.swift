import Documents

/// What a question set of one's own asks beyond the form: kept under `x`, and said at the end of the page.
extension ChainPage {
  var further: [String?] {
    let own = answers["x"]
    let states = (answers["fieldStates"].value?.object ?? [:]).keys.map { Path($0) }
    var names = Array((own.value?.object ?? [:]).keys)
    for path in states where path.steps.count == 2 && path.steps[0] == "x" && !names.contains(path.last) {
      names.append(path.last)
    }
    return [MarkdownPage.list(names.map { name in said(own[name]).map { "**\(label(name)):** \($0)" } })]
  }

  private func label(_ name: String) -> String { Words.said(name).capitalizedFirst }

  /// What is made of several, as an amount and its unit, is said in one.
  private func said(_ answer: Answer) -> String? {
    guard let members = answer.value?.object else { return answer.said }
    return members.keys.compactMap { answer[$0].said }.joinedIfAny(by: " ")
  }
}
