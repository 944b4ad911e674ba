import Documents

/// Something that is so of a document, by which it can be looked for besides its words.
package enum Facet: Hashable, Sendable {
  case client(ClientCode)
  case kind(Kind)
  case tier(String)
  case tag(String)
  /// A skill, or a module as `dt`.
  case skill(String)
  /// The type of a link of the chain.
  case link(String)
  /// An emotion in the chain; with the intensity of its link on 0–100, where it has one.
  case emotion(String, Int?)

  /// As it stands in an index: one word that is no word of any text.
  package var word: String {
    switch self {
    case .client(let code): spelled("client", code.text)
    case .kind(let kind): spelled("kind", kind.rawValue)
    case .tier(let tier): spelled("tier", tier)
    case .tag(let tag): spelled("tag", tag)
    case .skill(let skill): spelled("skill", skill)
    case .link(let type): spelled("type", type)
    case .emotion(let name, let intensity): spelled("emotion", name + (intensity.map { ":\($0)" } ?? ""))
    }
  }

  private func spelled(_ name: String, _ value: String) -> String {
    let letters = value.lowercased().utf8.map { byte -> String in
      switch byte {
      case 0x30...0x39, 0x61...0x7A: String(UnicodeScalar(byte))
      default: "°\(byte)"
      }
    }
    return "§\(name)§\(letters.joined())"
  }
}

extension Facet {
  /// What an object at a place of a document says of itself; a name is compared with its small letters.
  static func stated(by members: JSON.Members, at path: Path, scale: String?) -> Set<Facet> {
    var facets: Set<Facet> = []
    for (key, member) in members {
      switch (key, member) {
      case ("tier", .string(let tier)): facets.insert(.tier(tier.lowercased()))
      case ("tag", .string(let tag)): facets.insert(.tag(tag.lowercased()))
      case ("tags", .array(let tags)): for tag in tags.compactMap(\.string) { facets.insert(.tag(tag.lowercased())) }
      case ("skill", .string(let skill)):
        let skill = skill.lowercased()
        facets.insert(.skill(skill))
        // `copeAhead` and `er` find `er.copeAhead`.
        for part in skill.split(separator: ".", maxSplits: 1) { facets.insert(.skill(String(part))) }
      case ("type", .string(let type)) where path.steps.first == "links": facets.insert(.link(type.lowercased()))
      case ("emotion", .string(let emotion)) where path.steps.first == "links":
        facets.insert(.emotion(emotion.lowercased(), nil))
        if let intensity = members["intensity"]?.int {
          facets.insert(.emotion(emotion.lowercased(), scale == "0-5" ? intensity * 20 : intensity))
        }
      default: break
      }
    }
    return facets
  }
}
