import Documents

extension ReadTemplate {
  /// What a document requires, or the safety gate, and nobody is asked for any more.
  func losses(from builtIn: ReadTemplate) -> [TemplateProblem] {
    let asked = Dictionary(grouping: askedFields, by: \.path)
    let needed = Dictionary(grouping: builtIn.askedFields.filter(\.isNeeded)) {
      builtIn.question(at: $0.place)?.question.id ?? ""
    }
    return builtIn.template.sections.flatMap { section -> [TemplateProblem] in
      let questions = section.questions.compactMap { question -> [TemplateProblem]? in
        let own = place(ofQuestion: question.id)
        if isDamaged(section: section.id, question: own) { return nil }
        let needed = needed[question.id] ?? []
        return [
          gone(needed.map(\.path).filter { asked[$0] == nil }, of: question, own ?? place(ofSection: section.id)),
          loose(needed.filter(\.field.isRequired).map(\.path), of: question, asked),
        ].compactMap { $0 }
      }.flatMap { $0 }
      if questions.isEmpty || place(ofSection: section.id) != nil { return questions }
      return [TemplateProblem(place: "sections", fact: .losesSection(section.id))]
    }
  }

  private func gone(_ paths: [Path], of question: Question, _ place: String?) -> TemplateProblem? {
    if paths.isEmpty { return nil }
    return TemplateProblem(place: place ?? "sections", fact: .losesQuestion(question.id, fields: paths))
  }

  private func loose(_ paths: [Path], of question: Question, _ asked: [Path: [AskedField]]) -> TemplateProblem? {
    let paths = paths.filter { asked[$0]?.contains { $0.field.isRequired } == false }
    guard let first = paths.first, let place = asked[first]?.first?.place else { return nil }
    return TemplateProblem(place: place, fact: .losesRequirement(question.id, fields: paths))
  }

  // MARK: The safety gate

  /// A question of the safety gate is asked whenever the built-in one is, is not passed by, and stops where that stops.
  func otherSafety(than builtIn: ReadTemplate) -> [TemplateProblem] {
    let asked = Dictionary(grouping: askedFields, by: \.path)
    var seen: Set<String> = []
    return builtIn.askedFields.filter(\.isOfTheGate).compactMap { field -> TemplateProblem? in
      guard let theirs = builtIn.question(at: field.place)?.question, seen.insert(theirs.id).inserted,
        let place = asked[field.path]?.first?.place, let (mine, own) = question(at: place),
        !isDamaged(section: "", question: own)
      else { return nil }
      if let section = template.section(of: mine.id), section.isForTherapistAlone {
        // One thing is wrong with the whole section.
        let place = self.place(ofSection: section.id) ?? "sections"
        return TemplateProblem(place: "\(place).alone", fact: .changesSafety(question: section.id))
      }
      if mine.guards(as: theirs) { return nil }
      return TemplateProblem(place: own, fact: .changesSafety(question: mine.id))
    }
  }

  // MARK: Places

  private func place(ofQuestion id: String) -> String? {
    for (number, section) in template.sections.enumerated() {
      if let question = section.questions.firstIndex(where: { $0.id == id }) {
        return "sections.\(number + 1).questions.\(question + 1)"
      }
    }
    return nil
  }

  private func place(ofSection id: String) -> String? {
    template.sections.firstIndex { $0.id == id }.map { "sections.\($0 + 1)" }
  }

  /// Whether a question or its section does not read: then what it lacks is no news.
  private func isDamaged(section id: String, question: String?) -> Bool {
    reading.problems.contains { problem in
      if problem.place == "sections" { return true }
      if let question { return problem.place.hasPrefix("\(question).") || problem.place == question }
      return place(ofSection: id).map { problem.place == "\($0).questions" } ?? false
    }
  }
}

extension Question {
  /// Whether it holds back what `other` holds back, whatever its words.
  fileprivate func guards(as other: Question) -> Bool {
    let isAsked = when == other.when && manner == .line && passing.isEmpty
    let hasFields = other.first.fields.allSatisfy { theirs in
      first.fields.contains { mine in
        mine.path == theirs.path && mine.when == theirs.when && mine.isStrict == theirs.isStrict
          && mine.standard == nil
      }
    }
    let stops = other.first.remarks.filter { $0.stops || $0.showsCrisis }.allSatisfy { theirs in
      first.remarks.contains {
        $0.when == theirs.when && $0.stops == theirs.stops && $0.showsCrisis == theirs.showsCrisis
      }
    }
    return isAsked && hasFields && stops
  }
}
