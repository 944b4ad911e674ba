extension TemplateWording {
  /// What reads and cannot be changed.
  static let changes: [Case] = [
    Case(
      old: "path: promptingEvent.stateJustBefore",
      new: "path: promptingEvent.stateBefore",
      says: """
        error: mine.yaml, line #, column 20: nothing reads ‘promptingEvent.stateBefore’.
          # |           - {path: promptingEvent.stateBefore, type: text}
                                 ^
        hint: A field of your own is asked outside the lists and begins with x. as in x.stateBefore
        """),
    Case(
      old: "path: promptingEvent.stateJustBefore",
      new: "path: promptingEvent.weather",
      says: """
        error: mine.yaml, line #, column 20: nothing reads ‘promptingEvent.weather’.
          # |           - {path: promptingEvent.weather, type: text}
                                 ^
        hint: A field of your own is asked outside the lists and begins with x. as in x.weather
        """),
    Case(
      old: "path: promptingEvent.stateJustBefore, type: text",
      new: "path: promptingEvent.stateJustBefore, type: yesNo",
      says: """
        error: mine.yaml, line #, column 58: ‘promptingEvent.stateJustBefore’ keeps its type, so that documents can be compared.
          # |           - {path: promptingEvent.stateJustBefore, type: yesNo}
                                                                       ^
        hint: attune templates export chain shows it. What is of another type goes in a field of your own, as in x.mine
        """),
    Case(
      old: "        suggests: true\n",
      new: "        suggests: often\n",
      says: """
        error: mine.yaml, line #, column 19: ‘often’ is not known.
          # |         suggests: often
                                ^
        hint: Known here: true, false.
        """),
    Case(
      old: "{is: occurred, says: happened}",
      new: "{is: occurred, says: happened}\n    - {is: avoided, says: avoided}",
      says: """
        error: mine.yaml, line #, column 12: ‘avoided’ cannot be added here: no document may hold it.
          # |     - {is: avoided, says: avoided}
                         ^
        hint: Reword its ‘says’, or ask for it in a field of your own, as in x.mine
        """),
    Case(
      old: "{is: lateness, says: lateness}",
      new: "{is: lateness, says: lateness}\n      - {is: scrolling, says: scrolling}",
      says: """
        error: mine.yaml, line #, column 14: ‘scrolling’ is a word of your own, and those begin with x-.
          # |       - {is: scrolling, says: scrolling}
                           ^
        hint: Write x-scrolling
        """),
    Case(
      old: "{is: overdose, says: overdose, gate: true}",
      new: "{is: overdose, says: overdose}",
      says: """
        error: mine.yaml, line #, column 9: the options ‘tags’ are without ‘overdose’ as the safety gate needs it.
          # |       - {is: overdose, says: overdose}
                      ^
        hint: Put it back; its words can be yours. attune templates export chain shows it.
        """),
    Case(
      old: "    - {is: unsure, letter: u, says: unsure, also: [not sure, maybe, i don't know, don't know]}\n",
      new: "",
      says: """
        error: mine.yaml, line #, column 3: the options ‘yesNoUnsure’ are without ‘unsure’ as the safety gate needs it.
          # |   yesNoUnsure:
                ^
        hint: Put it back; its words can be yours. attune templates export chain shows it.
        """),
    Case(
      old: "          - {path: target.place, type: text, at: text, required: true, says: …, ask: 'Where were you?'}\n",
      new: "",
      says: """
        error: mine.yaml, line #, column 9: the question ‘when’ is gone or asks for less, and a document needs ‘target.place’.
          # |       - id: when
                      ^
        hint: Put it back; its words can be yours. attune templates export chain shows it.
        """),
    Case(
      old: "path: target.place, type: text, at: text, required: true",
      new: "path: target.place, type: text, at: text",
      says: """
        error: mine.yaml, line #, column 13: ‘target.place’ must stay required.
          # |           - {path: target.place, type: text, at: text, says: …, …
                          ^
        hint: Put it back; its words can be yours. attune templates export chain shows it.
        """),
    Case(
      old: "      - id: harm\n        voice: client\n",
      new: "      - id: harm\n        voice: client\n        when: {field: form, is: equal, value: full}\n",
      says: """
        error: mine.yaml, line #, column 9: ‘harm’ holds back less than the safety gate does.
          # |       - id: harm
                      ^
        hint: Its words can be yours, and nothing else of it. attune templates export chain shows it.
        """),
    Case(
      old: "{field: safetyGate.currentDanger, is: among, value: ['yes', unsure]}, crisis: true, stops: true",
      new: "{field: safetyGate.currentDanger, is: among, value: ['yes', unsure]}, crisis: true",
      says: """
        error: mine.yaml, line #, column 9: ‘currentDanger’ holds back less than the safety gate does.
          # |       - id: currentDanger
                      ^
        hint: Its words can be yours, and nothing else of it. attune templates export chain shows it.
        """),
    Case(
      old: "path: safetyGate.medicalNeed, type: choice, options: yesNoUnsure, required: true, strict: true",
      new: "path: safetyGate.medicalNeed, type: choice, options: yesNoUnsure, strict: true",
      says: """
        error: mine.yaml, line #, column 13: ‘safetyGate.medicalNeed’ must stay required.
          # |           - {path: safetyGate.medicalNeed, type: choice, options…
                          ^
        hint: Put it back; its words can be yours. attune templates export chain shows it.
        """),
    Case(
      old: "    title: Safety\n",
      new: "    title: Safety\n    alone: true\n",
      says: """
        error: mine.yaml, line #, column 12: ‘safety’ holds back less than the safety gate does.
          # |     alone: true
                         ^
        hint: Its words can be yours, and nothing else of it. attune templates export chain shows it.
        """),
    Case(
      old: "        fields:\n          - {path: promptingEvent.stateJustBefore, type: text}\n",
      new: "",
      says: """
        error: mine.yaml, line #, column 9: ‘fields’ is missing.
          # |       - id: justBefore
                      ^
        hint: Write ‘fields:’ here.
        """),
    Case(
      old: "id: justBefore\n",
      new: "id: ''\n",
      says: """
        error: mine.yaml, line #, column 9: ‘id’ is missing.
          # |       - id: ''
                      ^
        hint: Write ‘id:’ here.
        """),
  ]
}
