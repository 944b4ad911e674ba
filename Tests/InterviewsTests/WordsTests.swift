import Documents
import Forms
import Interviews
import Testing

@Suite struct AskedAboutWords {
  @Test(arguments: ["then", "now", "both"])
  func `Words that may mean danger are asked about once, and only now and both open the gate`(answer: String) throws {
    var talk = try Talk(at: "clientWords", Lines.chain)
    talk.say("I just want to die when he writes that.")
    #expect(talk.doubt == .thenOrNow)
    talk.say(answer)
    #expect(talk.remarks.contains(.nudge(.nameItToo)) == (answer != "then"))
    #expect((talk.value("safetyGate.required") == "true") == (answer != "then"))
    #expect(talk.value("summary.clientWords") == #""I just want to die when he writes that.""#)
    talk.say("/jump story")
    talk.say("Then I wanted to die again.")
    #expect(talk.doubt == nil)
  }

  @Test(arguments: ["He died laughing.", "The deadline killed my mood.", "Overdosing on coffee", "I want a diet"])
  func `Other words are not`(words: String) throws {
    var talk = try Talk(at: "clientWords", Lines.chain)
    talk.say(words)
    #expect(talk.doubt == nil)
  }

  @Test func `In another language nothing is asked`() throws {
    var members = Lines.chain
    members["lang"] = "de"
    var talk = try Talk(at: "clientWords", members)
    talk.say("want to die")
    #expect(talk.doubt == nil)
  }

  @Test(arguments: ["", "y", "n"])
  func `What may tell who somebody is is asked about, and stands until it is changed`(answer: String) throws {
    var members = Lines.chain
    members["lang"] = "de"
    var talk = try Talk(at: "clientWords", members)
    talk.say("Write to robin@example.org.")
    #expect(talk.doubt == .identifies(.email))
    talk.say(answer)
    #expect(talk.doubt == nil)
    #expect(talk.value("summary.clientWords") == #""Write to robin@example.org.""#)
  }

  @Test func `A promise is asked about, and No is kept with who and when`() throws {
    var talk = try Talk(at: "therapistCommitments", Lines.chain)
    talk.say("I promise not to hurt myself this week.")
    #expect(talk.doubt == .promise("I promise not to hurt myself this week.", .promise))
    talk.say("n")
    #expect(talk.tree["dismissals" as Path]?.array?.first?["path"] == "therapistCommitments.tk1.text")
    talk.say("I will not hurt myself.")
    talk.say("y")
    #expect(talk.tree["dismissals" as Path]?.array?.count == 1)
  }
}

@Suite struct LinksMadeTwoAndOne {
  @Test func `A split keeps the first part's id and puts a new one after it`() throws {
    var talk = try Talk(Lines.chain)
    talk.say("/split l1 No one called. | I sat down.")
    #expect(talk.tree.ids(in: "links") == ["l1", "l3", "l2"])
    #expect(talk.value("links.l1.text") == #""No one called.""#)
    #expect(talk.value("links.l3.type") == #""thought""#)
    talk.say("/undo")
    #expect(talk.tree.ids(in: "links") == ["l1", "l2"])
  }

  @Test func `A merge takes the words in, and what pointed at the second points at the first`() throws {
    var talk = try Talk(Lines.chain)
    talk.say("/merge l1 l2")
    #expect(talk.tree.ids(in: "links") == ["l1"])
    #expect(talk.value("links.l1.text") == #""No one. To drink""#)
    #expect(talk.value("solutions.s2.ref") == #""l1""#)
    #expect(talk.remarks.contains(.did(.merged("l1", "l2", pointedAt: ["s2"]))))
    #expect(talk.value("checkAgain").contains("solutions.s2"))
  }

  @Test func `A note is a quiet mark, and a private one leaves only its number`() throws {
    var talk = try Talk(at: "links", Lines.chain)
    talk.say("/note l2")
    #expect(talk.tree["notes" as Path]?.array?.first?["path"] == "links.l2")
    #expect(talk.tree["notes" as Path]?.array?.first?["text"] == nil)
    talk.say("/private")
    #expect(
      Closing(talk.interview.state).document(status: "draft", updatedAt: try #require(Moment(Talk.now)))["$private"]
        == nil)
  }
}
