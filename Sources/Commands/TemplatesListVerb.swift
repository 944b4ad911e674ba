import ArgumentParser
import Console
import Documents
import Forms
import Sessions

/// `attune templates list`: what `--template` takes by name.
struct TemplatesListVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The question sets that there are.")
  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|json"))
  var format: String?

  var needsPractice: Bool { false }

  private struct Row {
    let name: String
    let kind: String
    let origin: String
    let isWhole: Bool
  }

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let isJSON = try isJSON(format)
    let rows = try rows(in: world)
    if isJSON {
      let list = rows.map { row -> JSON in
        [
          "name": .string(row.name), "kind": .string(row.kind), "origin": .string(row.origin),
          "reads": .bool(row.isWhole),
        ]
      }
      world.output.put(JSON.array(list).harmlessText)
      return 0
    }
    let page = Page(world.output)
    for row in rows {
      let name = row.name.padded(to: rows.map(\.name.count).max() ?? 0)
      let kind = row.kind.padded(to: rows.map(\.kind.count).max() ?? 0)
      page.say("\(name)  \(kind)  \(row.origin)" + (row.isWhole ? "" : "; does not read: templates lint"), hang: 4)
    }
    return 0
  }

  private func rows(in world: World) throws(VerbFailure) -> [Row] {
    let own = try OwnTemplate.namesOfThePractice(in: world)
    var rows: [Row] = []
    for name in try OwnTemplate.names(in: world) {
      guard own.contains(name), let file = try OwnTemplate(named: name, in: world) else {
        let kind = BuiltIn.tree(name)?["kind"]?.string ?? ""
        rows.append(Row(name: name, kind: kind, origin: "built-in", isWhole: true))
        continue
      }
      let template = TemplateReport(reading: file.bytes).template?.template
      let origin = BuiltIn.templateNames.contains(name) ? "yours, replaces the built-in" : "yours"
      rows.append(Row(name: name, kind: template?.kind.rawValue ?? "-", origin: origin, isWhole: template != nil))
    }
    return rows
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
