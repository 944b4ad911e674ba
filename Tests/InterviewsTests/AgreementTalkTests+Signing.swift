import Documents
import Forms
import Interviews
import TestSupport
import Testing

/// What a name is, what it stands under, and what changes the terms.
extension AgreementTalks {
  @Test func `A name that was left out for now is gone back to`() throws {
    let talk = try Talk("agreement", at: "signClient", ["commitment": ["clientWords": "Yes."]])
    #expect(talk.interview.state.cursor == Place("signClient"))
    talk.say("", "/jump ending", "", "/jump signing")
    #expect(talk.interview.state.cursor == Place("signClient"))
    talk.say("SYN-CEDAR")
    #expect(talk.at(Interview.signed.appending("client")) != nil)
  }

  @Test(arguments: [
    "no", "No.", "not yet", "yes", "y", "yes, ca3", "CA3", "Yes, CA3", "nothing", "nothing I can think of", "not today",
    "ok", "really?", "-",
    "I would not sign ca3", "I’m not sure", "can we change ca2 first", "that's all the same as before",
  ])
  func `An answer to the question is no name`(line: String) throws {
    for (question, role) in [("signClient", "client"), ("signTherapist", "therapist")] {
      var start: JSON = ["commitment": ["clientWords": "Yes."], "clientAgreements": [["id": "ca3", "text": "Come."]]]
      if role == "therapist" { start.apply(.set("$signed", ["client": ["role": "client", "name": "SYN-CEDAR"]])) }
      let talk = try Talk("agreement", at: question, start)
      #expect(talk.say(line).contains(.problem(.isNoName(said: line), line: line)), "\(question)")
      #expect(talk.at(Interview.signed.appending(role)) == nil)
      #expect(talk.interview.state.cursor == Place(question))
    }
  }

  @Test func `Nobody signs with the name or the code of the other one`() throws {
    let words: JSON = ["clientWords": "Yes."]
    let talk = try Talk("agreement", at: "signClient", ["commitment": words, "therapistRef": "SYN-T1"])
    #expect(talk.say("syn-t1").contains(.problem(.isOthersName(said: "syn-t1"), line: "syn-t1")))
    talk.say("SYN-CEDAR")
    #expect(talk.interview.state.cursor == Place("signTherapist"))
    #expect(talk.say("SYN-CEDAR").contains(.problem(.isOthersName(said: "SYN-CEDAR"), line: "SYN-CEDAR")))
    #expect(talk.at("$signed.therapist") == nil)
  }

  @Test(arguments: ["SYN-CEDAR", "17", "S. Y. N., Jr.", "SYN de la CEDAR y OAK", "O'SYN", "No SYN"])
  func `A name or a code is one`(name: String) throws {
    let talk = try AgreementTalks.Talk("agreement", at: "signClient", ["commitment": ["clientWords": "Yes."]])
    talk.say(name)
    #expect(talk.at("$signed.client.name")?.string == name)
  }

  @Test func `A name takes the place of its own role and version, and of no other signature`() throws {
    let paper: JSON = ["role": "client", "name": "SYN-CEDAR", "method": "wetInk", "version": 1]
    let earlier: JSON = ["role": "therapist", "name": "SYN-T1", "method": "typed", "version": 7]
    let talk = try Talk(
      "agreement", at: "signClient", ["commitment": ["clientWords": "Yes."], "signatures": [paper, earlier]])
    talk.say("SYN-CEDAR")
    #expect(talk.at("signatures") == [paper, earlier])
    talk.say("SYN-T1")
    #expect(talk.at("signatures")?.array?.map { $0["version"] } == [7, 1, 1])
    #expect(talk.at("signatures")?.array?.map { $0["method"] } == ["typed", "typed", "typed"])
    talk.say("/undo", "/undo")
    #expect(talk.at("signatures") == [paper, earlier])
  }

  @Test(arguments: [
    ("agreement", "notice", "48 hours by text y"), ("amendment", "amendments", "notice: 48 hours | Why."),
  ])
  func `Terms that nobody touches stay as they were agreed`(template: String, question: String, line: String) throws {
    let standing: JSON = [
      "targets": [["order": 2, "behavior": "Late."], ["order": 1, "behavior": "Away."]],
      "tib": ["response": [["step": 3, "name": "Talk"], ["name": "Pause"]]],
      "format": ["modes": [["mode": "individual"]]],
      "attendance": ["rules": [["id": "r1", "what": "late", "threshold": 3]]],
      "contact": ["offered": "limited", "twentyFourHourRule": ["enabled": true]],
    ]
    let talk = try Talk(template, at: question, standing)
    talk.say(line)
    #expect(talk.at("attendance.notice")?.string?.hasPrefix("48 hours") == true)
    for path: Path in ["targets", "tib", "format", "attendance.rules", "contact"] {
      #expect(talk.at(path) == standing[path], "\(path)")
    }
    #expect(
      Interview.derived(from: talk.tree, talk.interview.template).allSatisfy {
        if case .set(let path, _) = $0 { path.steps[0].hasPrefix("$") } else { false }
      })
  }

  @Test func `A new clause takes the number after the highest that was ever used`() throws {
    let clauses = (1...4).map { JSON.object(["id": .string("ca\($0)"), "text": .string("Clause \($0).")]) }
    let talk = try Talk("amendment", at: "amendments", ["clientAgreements": .array(clauses), "amendments": []])
    func ids() -> [String?] { (talk.at("clientAgreements")?.array ?? []).map { $0["id"]?.string } }
    talk.say("c ca2: left out | Why.")
    #expect(
      talk.say("c ca4: Fourth, anew. | We see. | Why.", "c ca5: Fifth. | We see. | Why.").allSatisfy { !$0.isProblem })
    #expect(ids() == ["ca1", "ca3", "ca4", "ca5"])
    talk.say("c ca5: left out | Why.")
    #expect(talk.say("c ca5: Another. | We see. | Why.").contains { $0.isProblem })
    talk.say("c ca6: Sixth. | We see. | Why.")
    #expect(ids() == ["ca1", "ca3", "ca4", "ca6"])
    #expect(talk.at("clientAgreements.ca4.text") == "Fourth, anew.")
    let later = try Talk(
      "amendment", at: "amendments", ["clientAgreements": .array(clauses), "$used": ["clientAgreements.ca7"]])
    later.say("c ca5: Fifth. | We see. | Why.", "c ca8: Eighth. | We see. | Why.")
    #expect(later.at("clientAgreements")?.array?.last?["id"] == "ca8")
  }

  @Test(arguments: [
    "C1: office | by phone | Why.", "notice: 48 hours | by text | Why.", "ca1: left out | Seen. | Why.",
  ])
  func `A piece that has no place is not lost`(line: String) throws {
    let talk = try Talk(
      "amendment", at: "amendments",
      ["clientAgreements": [["id": "ca1", "text": "Come."]], "format": ["modes": [["mode": "individual"]]]])
    #expect(talk.say(line).contains { $0.isProblem })
    #expect(talk.at("amendments")?.isEmpty ?? true)
  }

  @Test(arguments: ["2:open", "2:", "2: ", "2: open 3:", "9: open"])
  func `A line that names what is offered and says nothing is not taken`(line: String) throws {
    let talk = try Talk("agreement", at: "dates")
    #expect(talk.say(line).contains { $0.isProblem })
    #expect(talk.at("effective") == nil && talk.at("openEnded") == nil)
    #expect(talk.interview.state.cursor == Place("dates"))
  }

  @Test func `An hour is no number of a line`() throws {
    let talk = try Talk("agreement", at: "criteria")
    talk.say("3:30 call missed on two days")
    #expect(talk.at("tib.levelOfCareCriteria.3") == "Any new safety concern")
    #expect(talk.at("tib.levelOfCareCriteria")?.array?.last == "3:30 call missed on two days")
    #expect(talk.say("3:").contains { $0.isProblem })
  }

  @Test func `A name is let go of when the text changes, and both together are a signature`() throws {
    let clause: JSON = ["id": "ca1", "text": "Come.", "measure": "Seen."]
    let talk = try Talk(
      "agreement", at: "signClient", ["commitment": ["clientWords": "Yes."], "clientAgreements": [clause]])
    talk.say("SYN-CEDAR")
    #expect(talk.interview.isHalfSigned)
    #expect(talk.at("signatures")?.isEmpty ?? true)
    talk.say("/edit ca1", "Come early. | Seen.")
    #expect(!talk.interview.isHalfSigned)
    talk.say("/jump signClient", "SYN-CEDAR", "SYN-T1")
    #expect(talk.at("signatures")?.array?.map { $0["name"] } == ["SYN-CEDAR", "SYN-T1"])
    talk.say("/edit ca1", "Come. | Seen.")
    #expect(talk.at("signatures") == [])
  }
}

extension Remark {
  fileprivate var isProblem: Bool { if case .problem = self { true } else { false } }
}
