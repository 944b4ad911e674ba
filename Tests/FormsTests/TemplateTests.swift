import Documents
import Forms
import TestSupport
import Testing

@Suite struct Templates {
  @Test(arguments: BuiltIn.templateNames)
  func `A built-in template reads`(name: String) throws {
    let tree = try #require(BuiltIn.tree(name))
    _ = try Template(tree)
  }

  /// What a question writes where nothing reads would be lost without a word.
  @Test func `Every field of the chain has a place in the document's order of keys`() throws {
    let template = try #require(BuiltIn.template("chain"))
    var strangers: [String] = []
    func hold(_ path: Path) {
      guard !path.steps.contains(where: { $0.hasPrefix("$") }) else { return }
      let parent = path.parent.steps.filter { $0 != "*" }.joined(separator: ".")
      let isKnown = ChainAnalysis.keys[parent]?.contains(path.last) ?? false
      if !isKnown { strangers.append(path.description) }
    }
    for question in template.sections.flatMap(\.questions) {
      let base = question.list?.appending("*") ?? Path([])
      for field in question.first.fields + question.seldom where !question.validates {
        hold(base.appending(field.path.description))
      }
      for ask in question.then {
        let inner = ask.innerList.map { base.appending($0) } ?? base
        for field in ask.fields { hold(inner.appending(field.path.description)) }
      }
    }
    #expect(strangers == [])
  }

  /// The clinical texts are used as they are.
  @Test(arguments: [
    "We will slow one moment down and look at it step by step. It is for finding places to do something different, not for blame. OK to start?",
    "What did you do that made that happen?", "Before yours, mine.",
    "Since we last met, have you hurt yourself on purpose, or tried to die?",
    "Any thoughts of killing yourself, or urges to hurt yourself, now or since then?",
    "Is anyone hurting or threatening you, or are you close to hurting someone?",
    "Pick one time it happened. What exactly did you do? When, where, for how long, how much?",
    "What made you more worn down or sensitive that day?",
    "Which one to three steps, if changed, would have changed the ending?",
    "What could you have done right here? Two or three, even bad ones.",
    "If it only hurt, it would likely have stopped. What did it end, avoid, or bring, even for a minute?",
    "Two minutes of agreeing what this is for saves twenty of defending.",
    "Life first. Everything else can be picked up again.",
    "A vague target gives a vague chain, and a vague chain gives a solution for nobody.",
    "Knowing what sets it off tells us when to be ready.",
    "Same event, different day, different ending. This is what was different.",
    "Each small step is a place where it could have gone another way.",
    "What comes after decides whether it comes back.",
    "If we do not replace what it does for you, it will return.",
    "A plan tied to one step gets used. A plan for everything does not.",
    "Putting right what was harmed eases shame better than promising does.",
    "Saying it, sizing it and planning for trouble make it likelier to happen.",
    "Stopping suddenly after heavy daily use can be medically dangerous.", "We stop writing here. You come first.",
  ])
  func `A text of the specification stands in the chain word for word`(text: String) throws {
    let tree = try #require(BuiltIn.tree("chain"))
    #expect(texts(in: tree).contains { $0.contains(text) })
  }

  private func texts(in tree: JSON) -> [String] {
    switch tree {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(texts)
    case .object(let members): members.flatMap { texts(in: $0.value) }
    case .null, .bool, .number: []
    }
  }
}
