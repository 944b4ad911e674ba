import Documents

/// What a file of one's own is as a template: the template, or everything that is wrong with it.
package struct TemplateReport {
  /// A problem with the line that it stands in.
  package struct Finding: Hashable, Sendable {
    package let problem: TemplateProblem
    /// Nothing where the file as a whole is meant.
    package let spot: TextSpot?
    package let line: String
  }

  /// The template and the tree that it was read from, when nothing is wrong.
  package let template: (template: Template, tree: JSON)?
  package let findings: [Finding]

  /// Reads the bytes of a file: as text, as YAML, as a template, and then beside the built-in one of its kind.
  package init(reading bytes: [UInt8]) {
    guard bytes.count <= TemplateSource.sizeLimit else {
      self.init(.isTooLarge(limit: TemplateSource.sizeLimit), "")
      return
    }
    guard let text = String(validating: bytes.withoutByteOrderMark, as: UTF8.self) else {
      let spot = TemplateReport.firstStrangeByte(in: bytes)
      self.init(.isNoText(line: spot.line, column: spot.column), String(decoding: bytes, as: UTF8.self))
      return
    }
    let source: TemplateSource
    do throws(TemplateProblem) { source = try TemplateSource(text) } catch {
      self.init(error.fact, text)
      return
    }
    let tree = source.tree
    if tree == .null {
      self.init(.isEmpty, text)
      return
    }
    let (template, problems) = TemplateReport.judge(tree)
    let findings = TemplateReport.placed(problems, in: source, TextSpot.lines(of: text))
    self.init(template: findings.isEmpty ? (template, tree) : nil, findings: findings)
  }

  private init(template: (Template, JSON)?, findings: [Finding]) {
    self.template = template
    self.findings = findings
  }

  /// The problems in the order of their lines, each once.
  private static func placed(_ problems: [TemplateProblem], in source: TemplateSource, _ lines: [String]) -> [Finding] {
    var seen: Set<TemplateProblem> = []
    var found: [(spot: TextSpot, problem: TemplateProblem)] = []
    for problem in problems where seen.insert(problem).inserted {
      found.append((source.spot(of: problem.place, key: problem.fact.meansTheKey), problem))
    }
    return found.enumerated().sorted { ($0.element.spot, $0.offset) < ($1.element.spot, $1.offset) }.map { _, found in
      let line = lines.indices.contains(found.spot.line - 1) ? lines[found.spot.line - 1] : ""
      return Finding(problem: found.problem, spot: found.spot, line: line)
    }
  }

  /// The template that a tree is, as far as it is one, and all that is wrong with it.
  static func judge(_ tree: JSON) -> (Template, [TemplateProblem]) {
    let reading = TemplateReading()
    let template = Template(tree, reading)
    if tree.object == nil { return (template, reading.problems) }
    let read = ReadTemplate(template: template, reading: reading)
    guard let builtIn = ReadTemplate.builtIn(template.kind) else {
      if reading.problems.isEmpty {
        reading.report(.isNotOneOf(BuiltIn.kinds.map(\.rawValue), given: template.kind.rawValue), at: "kind")
      }
      return (template, reading.problems)
    }
    return (template, reading.problems + read.strayFields(beside: builtIn) + read.changes(from: builtIn))
  }

  /// What makes the whole of a text no template.
  private init(_ fact: TemplateProblem.Fact, _ text: String) {
    let lines = TextSpot.lines(of: text)
    let spot = fact.spot
    let line = spot.flatMap { lines.indices.contains($0.line - 1) ? lines[$0.line - 1] : nil } ?? ""
    self.init(
      template: nil, findings: [Finding(problem: TemplateProblem(place: "", fact: fact), spot: spot, line: line)])
  }

  private static func firstStrangeByte(in bytes: [UInt8]) -> TextSpot {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var before = String.UnicodeScalarView()
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { before.append(Unicode.UTF8.decode(scalar)) }
    let text = String(before)
    return TextSpot(of: text.endIndex, in: text)
  }
}

extension [UInt8] {
  /// Some editors begin a text in UTF-8 with a sign that says so.
  fileprivate var withoutByteOrderMark: ArraySlice<UInt8> {
    starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
  }
}

extension TemplateProblem.Fact {
  /// Where it stands, when it says so itself.
  fileprivate var spot: TextSpot? {
    if case .isNoYAML(_, let line, let column) = self { return TextSpot(line: line, column: column) }
    if case .isNoText(let line, let column) = self { return TextSpot(line: line, column: column) }
    if case .hasAlias(let line, let column) = self { return TextSpot(line: line, column: column) }
    if case .hasKeyTwice(_, let line, let column) = self { return TextSpot(line: line, column: column) }
    return nil
  }

  /// Whether the key is wrong, and not what stands behind it.
  fileprivate var meansTheKey: Bool {
    if case .isUnknownKey = self { return true }
    if case .losesOption = self { return true }
    return self == .isMissing
  }
}
