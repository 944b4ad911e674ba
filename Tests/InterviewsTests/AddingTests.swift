import Documents
import TestSupport
import Testing

/// What is added to an answer that stands already.
@Suite struct Adding {
  @Test(arguments: [
    ("hypothesis", ["Drinking turned down shame."], "75", "function.hypothesis", "function.confidence"),
    ("howMuch", ["seven glasses"], "80", "target.amount.text", "target.intensity"),
    (
      "vulnerabilities", ["Slept badly.", "sleep", "y"], "60", "vulnerabilities.v1.description",
      "vulnerabilities.v1.strength"
    ),
  ])
  func `A number alone is added to the words that stand`(
    place: String, lines: [String], number: String, text: String, path: String
  ) throws {
    var talk = try Talk(at: place)
    talk.say(lines)
    talk.say(place == "vulnerabilities" ? "/jump v1" : "/jump \(place)")
    talk.say(number)
    #expect(talk.value(text) == "\"\(lines[0])\"")
    #expect(talk.value(path) == number)
  }

  @Test func `A number where nothing was said yet is the text`() throws {
    var talk = try Talk(at: "hypothesis")
    talk.say("75")
    #expect(talk.value("function.hypothesis") == "\"75\"")
  }

  @Test(arguments: [
    ["Team drinks. -> Leave at six.", "Rain. -> Take the bus.", ""],
    ["Team drinks.", "Leave at six.", "Rain.", "Take the bus.", ""],
  ])
  func `What gets in the way is asked for until the list is ended`(lines: [String]) throws {
    var talk = try Talk(at: "commitments")
    talk.say(["No wine at home.", "A tick.", "", "8"])
    talk.say(lines)
    #expect(
      talk.value("commitments.k1.troubleshooting")
        == #"[{"barrier":"Team drinks.","plan":"Leave at six."},{"barrier":"Rain.","plan":"Take the bus."}]"#)
    #expect(talk.place?.question == "commitments")
    #expect(talk.place?.element == nil)
  }
}
