import Documents
import Forms
import Interviews
import TestSupport
import Testing

@Suite struct Commands {
  @Test(arguments: [
    ("/ba", CommandLine.command(.back, rest: "")), ("/b", .command(.back, rest: "")), ("/n", .command(.next, rest: "")),
    ("/j links", .command(.jump, rest: "links")), ("/u", .command(.undo, rest: "")),
    ("/e l3", .command(.edit, rest: "l3")),
    ("/ed l3", .command(.edit, rest: "l3")), ("/editor", .command(.editor, rest: "")),
    ("/edito x", .command(.editor, rest: "x")),
    ("/v 5 It makes sense.", .command(.validate, rest: "5 It makes sense.")), ("/c", .command(.client, rest: "")),
    ("/t yes", .command(.therapist, rest: "yes")), ("/?", .command(.help, rest: "")),
    ("/CRISIS", .command(.crisis, rest: "")),
    ("/ski", .unknown("ski", didYouMean: "skip")), ("/flurb", .unknown("flurb", didYouMean: nil)),
    ("/undoo", .unknown("undoo", didYouMean: "undo")), ("//flurb", .answer("/flurb")),
    ("/5 of them", .answer("/5 of them")),
    ("/", .answer("/")), (" /back", .answer(" /back")), ("and/or", .answer("and/or")), ("", .answer("")),
  ])
  func `Only a slash and a letter in the first column make a command`(line: String, expected: CommandLine) {
    #expect(CommandLine(line) == expected)
  }

  /// Every command with words that fit, words that do not, and none.
  static let tried = [
    "/back", "/next", "/jump links", "/jump l2", "/jump 7", "/jump nowhere", "/jump", "/jump end", "/edit", "/edit l1",
    "/edit x9", "/undo", "/redo", "/skip", "/skip declined", "/skip none", "/skip later", "/skip na", "/skip flurb",
    "/c",
    "/t", "/both", "/insert before l2", "/insert after l1", "/insert l1", "/insert before x9", "/move l2 before l1",
    "/move l1 after l3", "/move l1 before l1", "/move v1 before l1", "/drop l1", "/drop v1", "/drop", "/drop x1",
    "/rate l2 50", "/rate l1 50", "/rate v1 5", "/rate l2 500", "/rate", "/key l2", "/key 3", "/key", "/validate",
    "/validate 5", "/validate 5 It makes sense.", "/validate It makes sense.", "/skill l2 stop: Step out at once.",
    "/skill", "/skill l9 words", "/risk", "/form short", "/form", "/form long", "/split l1 a | b", "/split l1",
    "/merge l1 l2",
    "/merge l1", "/note", "/note l1", "/private", "/show", "/why", "/map", "/help",
  ]

  @Test func `Every command at every prompt loses nothing and can be undone`() throws {
    var talk = try Talk(["orientation": ["priorCommitments": [["ref": "chain-20260202-maple0#k1", "$text": "Eat."]]]])
    for line in try TypedCase("case1-chain").lines {
      for command in Commands.tried {
        var trial = talk
        trial.say(command)
        let isUndo = command == "/undo" || command == "/redo"
        if !isUndo, trial.tree != talk.tree {
          // A line is two steps: what was read out of it, then what was typed.
          var undone = trial
          undone.say("/undo")
          if undone.tree != talk.tree, command.hasPrefix("/skill") { undone.say("/undo") }
          let isUndone = undone.tree == talk.tree
          #expect(isUndone, "\(command) at \(talk.place?.question ?? "the end")")
        }
        // Whatever it did, the interview goes on: an answer or an Enter is taken or comes back.
        trial.say("")
        #expect(trial.place.map { trial.interview.guide.ask(at: $0) != nil } ?? true)
      }
      talk.say(line)
    }
    #expect(talk.place == nil)
  }

  @Test func `Everything is undone step by step and brought back`() throws {
    var talk = try Talk()
    let start = talk.tree
    talk.say(try TypedCase("case0-chain").lines)
    let whole = talk.tree
    var steps = 0
    while talk.interview.canUndo {
      talk.say("/undo")
      steps += 1
    }
    #expect(talk.tree == start)
    #expect(steps > 60)
    while talk.interview.canRedo { talk.say("/redo") }
    #expect(talk.tree == whole)
  }

  @Test(arguments: ["case0", "case1", "case2"])
  func `Events read from a journal fold to the same interview`(name: String) throws {
    var talk = try Talk()
    let lines = try TypedCase("\(name)-chain").lines
    for (index, line) in lines.enumerated() {
      talk.say(line)
      if index % 9 == 4 { talk.say("/undo") }
      if index % 9 == 5 { talk.say("/redo") }
      if index % 9 == 6 { talk.say("/back") }
    }
    let events = try talk.events.map { event in
      try #require(Event(try JSON(reading: Array(event.json.compact.utf8))))
    }
    #expect(events == talk.events)
    let template = try #require(BuiltIn.template("chain"))
    let folded = Interview(template: template, catalog: BuiltIn.catalog(), folding: events)
    #expect(folded.state == talk.interview.state)
  }

  @Test func `The first undo gives a line back as text, the second takes it away`() throws {
    var talk = try Talk(at: "links", LinkLines.started)
    talk.say("18:12 F Shame 85")
    talk.say("/undo")
    #expect(talk.value("links.l1.text") == #""18:12 F Shame 85""#)
    talk.say("/undo")
    #expect(talk.value("links.l1") == "nothing")
  }

  @Test func `An id is never given twice`() throws {
    var talk = try Talk(at: "links", LinkLines.started)
    talk.say(["A runs", "A sits", "/drop l2", "A stands"])
    #expect(talk.tree.ids(in: "links") == ["l1", "l3"])
  }

  @Test func `Reordering keeps ids and all that points at them`() throws {
    var talk = try Talk(Lines.chain)
    talk.say("/move l2 before l1")
    #expect(talk.tree.ids(in: "links") == ["l2", "l1"])
    #expect(talk.value("solutions.s2.ref") == #""l2""#)
    #expect(talk.value("checkAgain") == "nothing")
  }

  @Test func `What rested on a changed answer is marked, and looking at it is enough`() throws {
    var talk = try Talk(Lines.chain)
    talk.say("/edit l2")
    talk.say("U To drink at once 90")
    #expect(talk.value("checkAgain") == #"["solutions.s2"]"#)
    talk.say("/jump s2")
    talk.say("")
    #expect(talk.value("checkAgain") == "nothing")
  }

  @Test func `What pointed at a dropped link is said and marked`() throws {
    var talk = try Talk(Lines.chain)
    talk.say("/drop l1")
    #expect(talk.remarks.contains(.did(.dropped("l1", pointedAt: ["s1"]))))
    #expect(talk.value("checkAgain") == #"["solutions.s1"]"#)
    #expect(talk.value("solutions.s1.ref") == #""l1""#)
  }

  @Test func `A state is an answer, and a value takes its place`() throws {
    var talk = try Talk(at: "permission")
    talk.say("/skip declined")
    #expect(talk.value("fieldStates") == #"{"orientation.permission":"declined"}"#)
    talk.say("/jump permission")
    talk.say("y")
    #expect(talk.value("fieldStates") == "{}")
    #expect(talk.value("orientation.permission") == #""yes""#)
  }

  @Test func `Who answered is noted where it is not the usual voice`() throws {
    var talk = try Talk(at: "clientWords")
    talk.say("/t")
    talk.say("He would say it lit up.")
    #expect(talk.value("answeredBy") == #"{"summary.clientWords":"therapist"}"#)
  }
}

@Suite struct Later {
  @Test func `Later is an answer to what became of a promise`() throws {
    var talk = try Talk(["orientation": ["priorCommitments": [["ref": "chain-20260202-maple0#k1", "$text": "Eat."]]]])
    talk.say(["y 40 4 of 7", "y", "45", "later"])
    #expect(talk.value("fieldStates") == #"{"orientation.priorCommitments.1.outcome":"later"}"#)
    #expect(talk.place?.question == "selfHarm")
  }
}
