import Documents

extension ReadTemplate {
  /// What a question set of one's own changes in the built-in one and cannot: types, closed enumerations, what a
  /// document requires, and the safety gate.
  func changes(from builtIn: ReadTemplate) -> [TemplateProblem] {
    otherTypes(than: builtIn) + otherWords(than: builtIn) + losses(from: builtIn) + otherSafety(than: builtIn)
  }

  // MARK: Types

  private func otherTypes(than builtIn: ReadTemplate) -> [TemplateProblem] {
    let known = Dictionary(grouping: builtIn.askedFields, by: \.path)
    return askedFields.compactMap { path, place, field in
      guard let same = known[path], !same.contains(where: { field.content.fits(in: $0.field.content) }) else {
        return nil
      }
      return TemplateProblem(place: "\(place).type", fact: .isOfAnotherType(path))
    }
  }

  // MARK: Words

  /// The words that the built-in template takes at each path.
  private var words: [Path: Options] {
    var words: [Path: Options] = [:]
    for (place, path, name) in reading.choices {
      words[base(at: place).appending(path.description)] = template.options[name]
    }
    return words
  }

  private func otherWords(than builtIn: ReadTemplate) -> [TemplateProblem] {
    let known = builtIn.words
    var problems: [TemplateProblem] = []
    for (place, path, name) in reading.choices {
      let whole = base(at: place).appending(path.description)
      guard let expected = known[whole], let given = template.options[name] else { continue }
      for (place, option) in zip(reading.optionPlaces[name] ?? [], given.all) where !option.value.isEmpty {
        guard expected.option(option.value) == nil else { continue }
        if !expected.isOpen {
          problems.append(TemplateProblem(place: "\(place).is", fact: .isClosed(option: option.value)))
        } else if !option.value.hasPrefix("x-") {
          problems.append(TemplateProblem(place: "\(place).is", fact: .isNotSpelledX(option: option.value)))
        }
      }
      let isSafety = whole.steps.first == "safetyGate"
      for option in expected.all where isSafety || option.opensGate {
        let same = given.option(option.value)
        if same == nil || option.opensGate && same?.opensGate == false {
          problems.append(TemplateProblem(place: "options.\(name)", fact: .losesOption(option.value, of: name)))
        }
      }
    }
    return problems
  }

  // MARK: What a document requires

  private func losses(from builtIn: ReadTemplate) -> [TemplateProblem] {
    let asked = Dictionary(grouping: askedFields, by: \.path)
    var problems: [TemplateProblem] = []
    for (section, questions) in builtIn.template.sections.map({ ($0, $0.questions) }) {
      for question in questions {
        let needed = builtIn.askedFields.filter { asked in
          builtIn.question(at: asked.place)?.question.id == question.id
            && (asked.field.isRequired || asked.path.steps.first == "safetyGate")
        }
        let own = place(ofQuestion: question.id)
        if isDamaged(section: section.id, question: own) { continue }
        let gone = needed.filter { asked[$0.path] == nil }.map(\.path)
        if !gone.isEmpty {
          problems.append(
            TemplateProblem(
              place: own ?? place(ofSection: section.id) ?? "sections",
              fact: .losesQuestion(question.id, fields: gone)))
        }
        let loose = needed.filter { need in
          need.field.isRequired && !(asked[need.path]?.contains { $0.field.isRequired } ?? true)
        }.map(\.path)
        if !loose.isEmpty {
          let place = asked[loose[0]]?.first?.place ?? "sections"
          problems.append(TemplateProblem(place: place, fact: .losesRequirement(question.id, fields: loose)))
        }
      }
    }
    return problems
  }

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
      if let question { return problem.place.hasPrefix("\(question).") || problem.place == question }
      guard problem.place != "sections", let section = place(ofSection: id) else { return problem.place == "sections" }
      return problem.place == "\(section).questions"
    }
  }

  // MARK: The safety gate

  /// A question of the safety gate is asked whenever the built-in one is, is not passed by, and stops where that stops.
  private func otherSafety(than builtIn: ReadTemplate) -> [TemplateProblem] {
    let guarded = Set(
      builtIn.askedFields.filter { $0.path.steps.first == "safetyGate" }.compactMap {
        builtIn.question(at: $0.place)?.question.id
      })
    return guarded.sorted().compactMap { id in
      guard let place = place(ofQuestion: id), let mine = template.question(id), let theirs = builtIn.template.question(id),
        !isDamaged(section: "", question: place), !mine.guards(as: theirs)
      else { return nil }
      return TemplateProblem(place: place, fact: .changesSafety(question: id))
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
      first.remarks.contains { $0.when == theirs.when && $0.stops == theirs.stops && $0.showsCrisis == theirs.showsCrisis }
    }
    return isAsked && hasFields && stops
  }
}

extension Field.Content {
  /// Whether what it takes can stand where `other` does.
  fileprivate func fits(in other: Field.Content) -> Bool {
    switch (self, other) {
    case (.choice, .choice), (.choices, .choices), (.ref, .ref), (.refs, .refs): true
    case (.number(let mine), .number(let theirs)): theirs.contains(mine.lowerBound) && theirs.contains(mine.upperBound)
    case (_, _): self == other
    }
  }
}
