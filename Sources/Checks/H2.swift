import Documents

/// Where a feeling is very strong, something that calms comes before what needs thinking.
enum H2: Check {
  static let id = "H2"

  static func findings(in document: Checked) -> [Finding] {
    guard !document.isAnsweredWithState("solutions") else { return [] }
    let links = document.links
    return links.indices.compactMap { index in
      let link = links[index]
      guard link["type"] == "emotion", let intensity = link["intensity"]?.int, document.converted(intensity) >= 80
      else {
        return nil
      }
      let here = document.chosen.filter { $0["ref"]?.string == link.id }
      guard !here.isEmpty else { return nil }
      let until = Set(links[...index].compactMap(\.id))
      let early = document.chosen.filter { until.contains($0["ref"]?.string ?? "") }
      let calms = early.contains {
        document.catalog.skill($0["skill"]?.string ?? "")?.uses.contains("arousal") ?? false
      }
      let isLeftOpen = early.contains {
        $0.text("skill") == nil && document.isAnsweredWithState($0.path.appending("skill"))
      }
      return calms || isLeftOpen
        ? nil : consider(link.path, "At this strength thinking is hard. Something that calms first?")
    }
  }
}
