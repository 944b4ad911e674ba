import Documents
import Interviews
import Testing

@Suite struct Safety {
  @Test(arguments: [
    (["n", "n", "n"], "false"), (["n", "y", "n"], "true"), (["n", "n", "unsure"], "true"),
    (["/skip", "n", "n"], "true"), (["n", "n", "/skip declined"], "true"),
  ])
  func `A yes, an unsure or a question passed over opens the gate`(answers: [String], required: String) throws {
    var talk = try Talk(at: "safety")
    talk.say(answers)
    #expect(talk.value("safetyGate.required") == required)
    #expect(talk.place?.question == (required == "true" ? "clinicianPresent" : "safetyReason"))
  }

  @Test func `A target of the first tier is gated at once, and then it goes on where it was`() throws {
    var talk = try Talk(at: "safety")
    talk.say([
      "n", "n", "n", "Asked; no concerns.", "Cut her arm twice with a razor on Friday.", "Fri 23:00 bathroom; alone",
      "",
    ])
    talk.say("l selfharm happened")
    #expect(talk.place?.question == "clinicianPresent")
    talk.say(["y", "n", "n", "done today local form", "today", "y", "progress note", "y"])
    #expect(talk.place?.question == "whyThisOne")
    #expect(ChainAnalysis(talk.tree).safetyGateIsComplete)
  }

  @Test func `A gate tag of something else that happened opens it too`() throws {
    var talk = try Talk(at: "alsoAny", Lines.chain)
    talk.say(["y", "Took ten pills.", "l overdose"])
    #expect(talk.value("safetyGate.required") == "true")
  }

  @Test func `Danger now stops the writing and shows the crisis resources`() throws {
    var talk = try Talk(at: "safety")
    talk.say(["n", "y", "n", "y", "unsure"])
    #expect(talk.remarks.contains(.stop("We stop writing here. You come first.")))
  }

  @Test func `The therapist opens it at any time`() throws {
    var talk = try Talk(at: "links", Lines.chain)
    talk.say("/risk")
    #expect(talk.value("safetyGate.required") == "true")
    #expect(talk.place?.question == "clinicianPresent")
  }

  @Test func `An open gate keeps the document a draft`() throws {
    var talk = try Talk(at: "safety", Lines.chain)
    talk.say(["y", "n", "n"])
    #expect(!Closing(talk.interview.state).isComplete)
  }

  @Test func `A target that interferes with therapy begins with the therapist's part`() throws {
    var talk = try Talk(at: "whatKind", ["target": ["behavior": "Came late."]])
    talk.say("t late happened")
    #expect(talk.place?.question == "therapistPart")
    talk.say("Nothing that I can see so far.")
    #expect(talk.value("therapistPart") == #""Nothing that I can see so far.""#)
  }

  @Test func `Whoever is away from the session is not asked the three questions`() throws {
    let talk = try Talk(at: "safety", ["mode": "betweenSessions"])
    #expect(talk.place?.question != "selfHarm")
  }
}
