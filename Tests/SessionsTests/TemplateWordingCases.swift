import Forms

extension TemplateWording {
  static let cases = misreadings + changes

  /// What does not read.
  private static let misreadings: [Case] = [
    Case(
      old: "title: Chain analysis\n",
      new: "title: Chain analysis\nvoice: client\n",
      says: """
        error: mine.yaml, line #, column 1: the key ‘voice’ is not known.
          # | voice: client
              ^
        hint: Known here: template, kind, title, options, lists, dependants, sections.
        """),
    Case(
      old: "template: chain\n",
      new: "template: [chain]\n",
      says: """
        error: mine.yaml, line #, column 11: a text is wanted.
          # | template: [chain]
                        ^
        hint: Text goes in quotes where YAML reads something else: 'yes', 'no', 'on', 'off'.
        """),
    Case(
      old: "kind: chain\n",
      new: "kind: chian\n",
      says: """
        error: mine.yaml, line #, column 7: ‘chian’ is not known.
          # | kind: chian
                    ^
        hint: Did you mean ‘chain’?
        """),
    Case(
      old: "kind: chain\n",
      new: "kind: measure\n",
      says: """
        error: mine.yaml, line #, column 7: ‘measure’ is not known.
          # | kind: measure
                    ^
        hint: Known here: \(BuiltIn.kinds.map(\.rawValue).joined(separator: ", ")).
        """),
    Case(
      old: "title: Chain analysis\n",
      new: "",
      says: """
        error: mine.yaml, line #, column 1: ‘title’ is missing.
          # | template: chain
              ^
        hint: Write ‘title:’ here.
        """),
    Case(
      old: "title: Chain analysis\n",
      new: "title: Chain: analysis\n",
      says: """
        error: mine.yaml, line #, column 13: it is no YAML: mapping values are not allowed in this context.
          # | title: Chain: analysis
                          ^
        hint: A text with ‘: ’ or ‘ #’ in it, or that begins with a sign, stands in quotes; lines of one kind begin alike.
        """),
    Case(
      old: "title: Chain analysis\n",
      new: "\ttitle: Chain analysis\n",
      says: """
        error: mine.yaml, line #, column 1: it is no YAML: found a tab character that violates indentation.
          # |  title: Chain analysis
              ^
        hint: Indent with blanks; a tab stands in this line.
        """),
    Case(
      old: "title: Chain analysis\n",
      new: "title: Chain analysis\ntitle: Chain\n",
      says: """
        error: mine.yaml, line #, column 1: the key ‘title’ stands twice in one mapping.
          # | title: Chain analysis
              ^
        hint: Keep one of them.
        """),
    Case(
      old: "title: Chain analysis\n",
      new: "title: &a Chain analysis\nkind: *a\n",
      says: """
        error: mine.yaml, line #, column 7: an alias of YAML stands there.
          # | kind: *a
                    ^
        hint: Write it out where it is meant again; where ‘*’ begins a text, put the text in quotes.
        """),
    Case(
      old: "lists:\n  - {path: vulnerabilities, prefix: v, cap: 8",
      new: "lists:\n  - {path: vulnerabilities, prefix: v, cap: eight",
      says: """
        error: mine.yaml, line #, column 45: a whole number is wanted.
          # | …lities, prefix: v, cap: eight, number: strength, text: descripti…
                                       ^
        hint: As in: cap: 8
        """),
    Case(
      old: "prefix: l, cap: 40",
      new: "prefix: v, cap: 40",
      says: """
        error: mine.yaml, line #, column 27: ‘v’ stands there twice.
          # | …- {path: links, prefix: v, cap: 40, number: intensity, text: tex…
                                       ^
        hint: Take one of them out, or give it another name.
        """),
    Case(
      old: "{is: kept, says: kept}",
      new: "{is: kept, says: kept}\n    - {is: kept, says: held}",
      says: """
        error: mine.yaml, line #, column 12: ‘kept’ stands there twice.
          # |     - {is: kept, says: held}
                         ^
        hint: Take one of them out, or give it another name.
        """),
    Case(
      old: "{is: kept, says: kept}",
      new: "{is: kept, says: yes}",
      says: """
        error: mine.yaml, line #, column 24: a text is wanted.
          # |     - {is: kept, says: yes}
                                     ^
        hint: Text goes in quotes where YAML reads something else: 'yes', 'no', 'on', 'off'.
        """),
    Case(
      old: "{is: kept, says: kept}",
      new: "kept",
      says: """
        error: mine.yaml, line #, column 7: a mapping is wanted.
          # |     - kept
                    ^
        hint: One ‘key: value’ a line; or {key: value}.
        """),
    Case(
      old: "{is: unsure, letter: u,",
      new: "{is: unsure, lettre: u,",
      says: """
        error: mine.yaml, line #, column 20: the key ‘lettre’ is not known.
          # |     - {is: unsure, lettre: u, says: unsure, also: [not sure, may…
                                 ^
        hint: Did you mean ‘letter’?
        """),
    Case(
      old: "{is: unsure, letter: u,",
      new: "{is: unsure, letter: n,",
      says: """
        error: mine.yaml, line #, column 28: ‘n’ stands there twice.
          # | … - {is: unsure, letter: n, says: unsure, also: [not sure, maybe,…
                                       ^
        hint: Take one of them out, or give it another name.
        """),
    Case(
      old: "- id: distressAtStart\n",
      new: "- id: permission\n",
      says: """
        error: mine.yaml, line #, column 13: ‘permission’ stands there twice.
          # |       - id: permission
                          ^
        hint: Take one of them out, or give it another name.
        """),
    Case(
      old: "  - id: close\n",
      new: "  - id: links\n",
      says: """
        error: mine.yaml, line #, column 9: ‘links’ stands there twice.
          # |   - id: links
                      ^
        hint: Take one of them out, or give it another name.
        """),
    Case(
      old: "type: number, range: [0, 9999]",
      new: "type: number, range: [9, 0]",
      says: """
        error: mine.yaml, line #, column 65: two whole numbers are wanted, the smaller one first.
          # | …s, type: number, range: [9, 0], at: trail, required: true, ask: …
                                       ^
        hint: As in: range: [0, 10]
        """),
    Case(
      old: "type: momentOfDay",
      new: "type: momentofday",
      says: """
        error: mine.yaml, line #, column 45: ‘momentofday’ is not known.
          # | …romptingEvent.at, type: momentofday, at: lead, required: true, s…
                                       ^
        hint: Did you mean ‘momentOfDay’?
        """),
    Case(
      old: "type: choices, options: eventTags",
      new: "type: choices, options: eventTag",
      says: """
        error: mine.yaml, line #, column 65: there are no options ‘eventTag’.
          # | …type: choices, options: eventTag, says: ''}
                                       ^
        hint: Did you mean ‘eventTags’?
        """),
    Case(
      old: "over: solutions\n        among: {field: chosen, is: equal",
      new: "over: solutions\n        among: {field: chosen, is: equals",
      says: """
        error: mine.yaml, line #, column 36: ‘equals’ is not known.
          # |         among: {field: chosen, is: equals, value: true}
                                                 ^
        hint: Did you mean ‘equal’?
        """),
    Case(
      old: "among: {field: skill,",
      new: "among: {field: skil,",
      says: """
        error: mine.yaml, line #, column 24: there is no field ‘skil’ to look at.
          # |         among: {field: skil, is: among, value: [dt.tip.temperatu…
                                     ^
        hint: Did you mean ‘skill’?
        """),
    Case(
      old: "{when: {field: orientation.minutesAvailable,",
      new: "{when: {field: orientation.minutes,",
      says: """
        error: mine.yaml, line #, column 28: there is no field ‘orientation.minutes’ to look at.
          # | …       - {when: {field: orientation.minutes, is: lessThan, value…
                                       ^
        hint: A condition looks at a field of the form, or at one of your own under x.
        """),
    Case(
      old: "        list: vulnerabilities\n",
      new: "        list: vulnerability\n",
      says: """
        error: mine.yaml, line #, column 15: there is no list ‘vulnerability’.
          # |         list: vulnerability
                            ^
        hint: Did you mean ‘vulnerabilities’?
        """),
  ]
}
