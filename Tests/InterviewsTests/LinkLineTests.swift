import Documents
import Interviews
import Testing

@Suite struct LinkLines {
  static let started: JSON.Members = [
    "target": ["startedAt": "2026-02-06T19:40:00-05:00", "behavior": "Drank seven glasses of wine alone."],
    "promptingEvent": ["id": "p1", "at": "2026-02-06T18:10:00-05:00", "description": "An email arrived."],
  ]

  @Test(arguments: [
    (
      "18:12 F Shame 85",
      #"{"id":"l1","text":"Shame","key":false,"at":"18:12","type":"emotion","emotion":"shame","intensity":85}"#
    ),
    ("F shame 85", #"{"id":"l1","text":"shame","key":false,"type":"emotion","emotion":"shame","intensity":85}"#),
    (
      "C they all think I can't do this 90",
      #"{"id":"l1","text":"they all think I can't do this","key":false,"type":"thought","belief":90}"#
    ),
    ("18:20 A closes the laptop", #"{"id":"l1","text":"closes the laptop","key":false,"at":"18:20","type":"action"}"#),
    (
      "6:20 pm A closes the laptop", #"{"id":"l1","text":"closes the laptop","key":false,"at":"18:20","type":"action"}"#
    ),
    ("7 pm was late", #"{"id":"l1","text":"7 pm was late","key":false}"#),
    ("B Heat in face, 2 minutes", #"{"id":"l1","text":"Heat in face, 2 minutes","key":false,"type":"body"}"#),
    ("E Missed bus 40", #"{"id":"l1","text":"Missed bus 40","key":false,"type":"event"}"#),
    (
      "F not angry, just sad 60",
      #"{"id":"l1","text":"not angry, just sad","key":false,"type":"emotion","emotion":"sadness","intensity":60}"#
    ),
    ("A ran out", #"{"id":"l1","text":"ran out","key":false,"type":"action"}"#),
    ("A Walked past", #"{"id":"l1","text":"Walked past","key":false,"type":"action"}"#),
    ("U to drink 80", #"{"id":"l1","text":"to drink","key":false,"type":"urge","intensity":80}"#),
    ("Closed the door", #"{"id":"l1","text":"Closed the door","key":false}"#),
    ("18:12 F", #"{"id":"l1","key":false,"at":"18:12","type":"emotion"}"#),
  ])
  func `A link line is taken as it is spoken`(line: String, expected: String) throws {
    var talk = try Talk(at: "links", LinkLines.started)
    talk.say(line)
    #expect(talk.value("links.l1") == expected)
  }

  @Test(arguments: [
    ("A colleague walked past", Doubt.Fact.actionOrEvent),
    ("U Urge to drink, had 6", .number(6, means: "how strong")),
    ("F Afraid of 80", .number(80, means: "how strong")),
    ("C I will be fired by 50", .number(50, means: "belief")),
    ("C it is 83", .number(83, means: "belief")),
  ])
  func `What could be read in two ways is asked about`(line: String, fact: Doubt.Fact) throws {
    var talk = try Talk(at: "links", LinkLines.started)
    talk.say(line)
    #expect(talk.doubt == fact)
    let words = line.hasPrefix("A") ? line : String(line.dropFirst(2))
    #expect(talk.value("links.l1.text") == "\"\(words)\"")
  }

  @Test func `A doubt is settled one way or the other, and nothing is lost`() throws {
    var talk = try Talk(at: "links", LinkLines.started)
    talk.say(["U Urge to drink, had 6", "n", "70"])
    #expect(talk.value("links.l1.text") == #""Urge to drink, had 6""#)
    #expect(talk.value("links.l1.intensity") == "70")
    talk.say(["C sure of 65", "y"])
    #expect(talk.value("links.l2.text") == #""sure of""#)
    #expect(talk.value("links.l2.belief") == "65")
    talk.say(["A friend came in", "e"])
    #expect(talk.value("links.l3.type") == #""event""#)
    #expect(talk.value("links.l3.text") == #""A friend came in""#)
    #expect(talk.place == Place("links"))
  }

  @Test func `A doubt that is answered with other words asks again`() throws {
    var talk = try Talk(at: "links", LinkLines.started)
    talk.say(["A colleague walked past", "hm"])
    #expect(talk.problem == .isNotAChoice(said: "hm", of: ["a", "e"], didYouMean: nil))
    #expect(talk.doubt == .actionOrEvent)
  }

  @Test func `An hour that fits twelve hours later is offered so`() throws {
    var talk = try Talk(at: "links", LinkLines.started)
    talk.say(["18:10 E An email arrives", "7:40 A opens the bottle"])
    #expect(talk.doubt == .laterHour(given: "07:40", offered: "19:40"))
    talk.say("")
    #expect(talk.value("links.l2.at") == #""19:40""#)
  }

  @Test func `A time long before the last one is offered as the next day`() throws {
    var talk = try Talk(at: "links", LinkLines.started)
    talk.say(["23:50 A pours a glass", "00:20 A pours another"])
    #expect(talk.doubt == .nextDay("00:20"))
    talk.say("y")
    #expect(talk.value("links.l2.dayOffset") == "1")
    talk.say("00:40 B Dizzy.")
    #expect(talk.value("links.l3.dayOffset") == "1")
    #expect(talk.doubt == nil)
  }

  @Test func `A chain that began the evening before counts from the behavior's day`() throws {
    var talk = try Talk(
      at: "links",
      [
        "target": ["startedAt": "2026-02-07T00:30:00-05:00"],
        "promptingEvent": ["at": "2026-02-06T22:10:00-05:00"],
      ])
    talk.say(["22:15 F anger 60", "00:10 U to write 80", "y"])
    #expect(talk.value("links.l1.dayOffset") == "-1")
    #expect(talk.value("links.l2.dayOffset") == "nothing")
  }

  @Test func `Plain words are led field by field`() throws {
    var talk = try Talk(at: "links", LinkLines.started)
    talk.say("Shame came up")
    #expect(talk.place == Place("links", element: "l1", field: "type"))
    talk.say("feeling")
    #expect(talk.value("links.l1.emotion") == "nothing")
    #expect(talk.place == Place("links", element: "l1", field: "emotion"))
    talk.say("shame")
    talk.say("85")
    #expect(talk.value("links.l1.intensity") == "85")
    #expect(talk.place == Place("links"))
  }

  @Test func `A number on the other scale is held against it`() throws {
    var talk = try Talk(at: "links", ["scale": "0-5"])
    talk.say("F shame 4")
    #expect(talk.value("links.l1.intensity") == "4")
    talk.say("F fear 60")
    #expect(talk.value("links.l2.text") == #""fear 60""#)
    #expect(talk.place == Place("links", element: "l2", field: "intensity"))
  }
}
