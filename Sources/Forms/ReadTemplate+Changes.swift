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
    return askedFields.compactMap { asked in
      let (path, place) = (asked.path, asked.place)
      guard let same = known[path], !same.contains(where: { asked.field.content.fits(in: $0.field.content) }) else {
        return nil
      }
      if reading.problems.contains(where: { $0.place.hasPrefix("\(place).") }) { return nil }
      return TemplateProblem(place: "\(place).type", fact: .isOfAnotherType(path))
    }
  }

  // MARK: Words

  /// The words that the built-in template takes at each path; where it asks in two ways, those of both.
  private var words: [Path: Options] {
    var words: [Path: Options] = [:]
    for (place, path, name) in reading.choices {
      guard let options = template.options[name] else { continue }
      let whole = base(at: place).appending(path.description)
      let known = words[whole]
      let others = options.all.filter { known?.option($0.value) == nil }
      words[whole] = Options(all: (known?.all ?? []) + others, isOpen: options.isOpen || known?.isOpen == true)
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
          problems.append(TemplateProblem(place: "\(place.text).is", fact: .isClosed(option: option.value)))
        } else if !option.value.hasPrefix("x-") {
          problems.append(TemplateProblem(place: "\(place.text).is", fact: .isNotSpelledX(option: option.value)))
        }
      }
      let isSafety = whole.steps.first == "safetyGate"
      for option in expected.all where isSafety || option.opensGate {
        let same = given.option(option.value)
        if same == nil || option.opensGate && same?.opensGate == false {
          let places = zip(reading.optionPlaces[name] ?? [], given.all).filter { $1 == same }.map(\.0)
          problems.append(
            TemplateProblem(place: places.first?.text ?? "options.\(name)", fact: .losesOption(option.value, of: name)))
        }
      }
    }
    return problems
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
