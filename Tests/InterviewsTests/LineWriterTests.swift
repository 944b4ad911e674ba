import Documents
import Forms
import Interviews
import TestSupport
import Testing

@Suite struct LinesWrittenBack {
  @Test(arguments: ["case0-maple-chain", "case1-maple-chain", "case2-cedar-chain-lateness"])
  func `A line written from a document and read again changes nothing`(name: String) throws {
    let document = try Fixtures.json(name)
    var talk = try Talk(document.object ?? [:])
    let lists = ["links", "vulnerabilities", "solutions", "consequences"]
    for id in lists.flatMap({ talk.tree.ids(in: Path($0)) }) {
      talk.say("/edit \(id)")
      let place = try #require(talk.place)
      let ask = try #require(talk.interview.guide.ask(at: place))
      let base = talk.interview.guide.base(of: place)
      let line = LineWriter(template: talk.interview.template, tree: talk.tree).line(ask, base: base)
      let before = talk.tree[base]?.comparable
      talk.say(line)
      if talk.doubt != nil { talk.say("y") }
      #expect(talk.problem == nil)
      #expect(talk.tree[base]?.comparable == before, "\(line)")
    }
  }
}
