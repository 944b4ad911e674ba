/// What in a text may tell who somebody is, by its form alone: an e-mail address, a telephone number, a social security
/// number, a full date of birth (spec 12.3). It misses names, and most else.
package enum IdentifyingPattern: String, CaseIterable, Hashable, Sendable {
  case email, socialSecurity, phone, birthDate

  /// The first that stands in a text; a date counts as one of birth where its year lies well before `year`, or where the
  /// words say so.
  package static func first(in text: String, year: Int) -> IdentifyingPattern? {
    let words = text.split { $0.isWhitespace || ",;<>\"“”".contains($0) }
    if words.contains(where: isAddress) { return .email }
    if words.contains(where: { shape($0.trimmingMarks) == "999-99-9999" }) { return .socialSecurity }
    if holdsPhone(text) { return .phone }
    return holdsBirthDate(text, year: year) ? .birthDate : nil
  }

  private static func isAddress(_ word: Substring) -> Bool {
    let parts = word.trimmingMarks.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let host = parts.last else { return false }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return !name.isEmpty && labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
  }

  /// `5` as 9 and letters as they are: `555-0100` is `999-9999`.
  private static func shape(_ word: some StringProtocol) -> String {
    String(word.map { $0.isASCII && $0.isNumber ? "9" : $0 })
  }

  /// Ten digits with what people put between them, eleven after a 1, or three and four with a dash.
  private static func holdsPhone(_ text: String) -> Bool {
    var runs: [String] = [""]
    for character in text {
      if character.isASCII && character.isNumber || "+()-. ".contains(character) {
        runs[runs.count - 1].append(character)
      } else if !(runs.last ?? "").isEmpty {
        runs.append("")
      }
    }
    return runs.contains { run in
      let shape = shape(run).split(separator: " ").joined(separator: " ")
      let digits = run.filter(\.isNumber)
      let isGrouped = shape.contains("999-9999") || shape.contains("999.9999") || shape.contains("999 9999")
      let isWhole = digits.count == 10 || digits.count == 11 && digits.first == "1"
      let parts = shape.split { !$0.isNumber }
      return isGrouped && (isWhole || digits.count == 7)
        || isWhole && (parts.count == 1 || parts.last?.count == 4 && parts.count < 5)
    }
  }

  private static let months: Set = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func holdsBirthDate(_ text: String, year: Int) -> Bool {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || "-/.".contains($0)) }.map { $0.trimmingMarks }
    let isSaid = words.contains { ["born", "dob", "birthdate", "birthday", "birth"].contains($0) }
    for (index, word) in words.enumerated() {
      let numbers = word.split { "-/.".contains($0) }
      if numbers.count == 3, numbers.allSatisfy({ Int($0) != nil }) {
        let found = numbers.compactMap { Int($0) }.first { $0 > 1900 }
        if isSaid || found.map({ $0 < year - 10 }) ?? false { return true }
      }
      guard let found = Int(word), (1900...2100).contains(found), index >= 2 else { continue }
      let before = words[(index - 2)..<index]
      let hasMonth = before.contains { months.contains(String($0.prefix(3))) }
      let hasDay = before.contains { Int($0.prefix { $0.isNumber }).map((1...31).contains) ?? false }
      if hasMonth, hasDay, isSaid || found < year - 10 { return true }
    }
    return false
  }
}

extension StringProtocol {
  /// Without the marks that a sentence puts around a word.
  fileprivate var trimmingMarks: SubSequence {
    var rest = self[...]
    while let last = rest.last, ".,:;!?)]'’".contains(last) { rest = rest.dropLast() }
    while let first = rest.first, "(['‘".contains(first) { rest = rest.dropFirst() }
    return rest
  }
}
