import Documents

/// The crisis resources that are shown (spec 9.5): a data file, which a practice may replace but for the emergency entry.
package struct CrisisSet: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let id: String
    package let label: String
    package let call: String?
    package let text: String?
    package let chat: String?
    package let hours: String?
    package let note: String?
  }

  package let id: String
  package let verifiedOn: CivilDate?
  package let elsewhere: String?
  package let entries: [Entry]

  package init(_ tree: JSON) {
    id = tree["setId"]?.string ?? ""
    verifiedOn = tree["verifiedOn"]?.string.flatMap { CivilDate($0) }
    elsewhere = tree["elsewhere"]?.string
    entries = (tree["entries"]?.array ?? []).map { entry in
      func text(_ key: String) -> String? { entry[key].flatMap { $0.isAbsent ? nil : $0.string } }
      return Entry(
        id: text("id") ?? "", label: text("label") ?? "", call: text("call"), text: text("text"), chat: text("chat"),
        hours: text("hours"), note: text("note"))
    }
  }

  /// The set with an emergency entry at its head, its own or another's.
  package func keepingEmergency(of other: CrisisSet) -> CrisisSet {
    guard emergency == nil, let kept = other.emergency else { return self }
    return CrisisSet(id: id, verifiedOn: verifiedOn, elsewhere: elsewhere, entries: [kept] + entries)
  }

  private init(id: String, verifiedOn: CivilDate?, elsewhere: String?, entries: [Entry]) {
    self.id = id
    self.verifiedOn = verifiedOn
    self.elsewhere = elsewhere
    self.entries = entries
  }

  package var emergency: Entry? { entries.first { $0.id == "emergency" } }
}
