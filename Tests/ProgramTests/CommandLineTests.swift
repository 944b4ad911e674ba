import Documents
import TestSupport
import Testing

/// Exit codes, and what goes to standard output and what to standard error.
@Suite struct CommandLines {
  struct Call: Sendable, CustomTestStringConvertible {
    let words: [String]
    let code: Int32
    var output = ""
    var talk = ""
    var testDescription: String { words.joined(separator: " ") }
  }

  private static let calls: [Call] = [
    Call(words: ["--version"], code: 0, output: "0.1.0"),
    Call(words: ["--help"], code: 0, output: "USAGE: attune"),
    Call(words: ["help"], code: 0, output: "USAGE: attune"),
    Call(words: ["chain", "--help"], code: 0, output: "--answers"),
    Call(words: ["help", "chain"], code: 0, output: "--answers"),
    Call(words: ["--generate-completion-script", "bash"], code: 0, output: "complete -o"),
    Call(words: ["list"], code: 0, output: "chain-20260209-maple1"),
    Call(words: ["list", "--client", "SYN-MAPLE"], code: 0, output: "chain-20260209-maple1"),
    Call(words: ["list", "--client", "../etc"], code: 64, talk: "client code"),
    Call(words: ["list", "--format", "xml"], code: 64, talk: "text or json"),
    Call(words: ["show", "chain-20260209-maple1"], code: 0, output: "Drank seven glasses"),
    Call(words: ["show", "chain-20260209-maple1", "--format", "json"], code: 0, output: "\"kind\": \"chain\""),
    Call(words: ["show", "chain-20260209-maple2"], code: 66, talk: "Did you mean ‘chain-20260209-maple1’?"),
    Call(words: ["show", "nothing-like-it"], code: 66, talk: "There is no ‘nothing-like-it’."),
    Call(words: ["show", "/nowhere/file.json"], code: 66, talk: "/nowhere/file.json"),
    Call(words: ["show"], code: 64, talk: "Error: Missing expected argument"),
    Call(words: ["chian"], code: 64, talk: "Did you mean ‘chain’?"),
    Call(words: ["chain", "--client", "Maple Ann"], code: 64, talk: "client code"),
    Call(words: ["chain", "--form", "long"], code: 64, talk: "full or short"),
    Call(words: ["chain", "--session", "0"], code: 64, talk: "1 or more"),
    Call(words: ["chain", "--template", "chian"], code: 64, talk: "There is no template ‘chian’."),
    Call(words: ["chain", "--answers", "/nowhere/file.json"], code: 66, talk: "/nowhere/file.json"),
    Call(words: ["resume"], code: 0, output: "No session is open."),
    Call(words: ["doctor"], code: 0, output: "No session is open."),
    Call(words: ["crisis"], code: 0, output: "988"),
    Call(words: ["quit"], code: 0),
    Call(words: ["--color", "sometimes"], code: 64, talk: "auto, always or never"),
  ]

  @Test(arguments: calls) func `A call ends with its code, its result on one side and its talk on the other`(
    call: Call
  ) throws {
    let practice = try ScratchPractice()
    _ = try practice.run(["chain", "--answers", practice.file("given.json", Fixtures.bytes("case1-maple-chain"))])
    let run = try practice.run(call.words)
    #expect(run.code == call.code, "\(run.talk)")
    #expect(call.output.isEmpty || run.output.contains(call.output))
    #expect(call.talk.isEmpty || run.talk.contains(call.talk))
    if call.code != 0 { #expect(run.output == "") }
    let talk = run.talk.replacing("ATTUNE_NOW is set: the clock is not the real one.\n", with: "")
    if call.code == 0 { #expect(talk == "") }
  }

  @Test func `The list is JSON for programs`() throws {
    let practice = try ScratchPractice()
    #expect(try JSON(reading: Array(practice.run(["list", "--format", "json"]).output.utf8)) == [])
    let saved = try practice.run([
      "chain", "--answers", practice.file("given.json", Fixtures.bytes("case1-maple-chain")),
    ])
    let list = try JSON(reading: Array(practice.run(["list", "--format", "json"]).output.utf8))
    #expect(
      list == [
        [
          "id": "chain-20260209-maple1", "kind": "chain", "client": "SYN-MAPLE", "date": "2026-02-09",
          "status": "complete", "file": .string(String(saved.output.dropLast())),
        ]
      ])
  }

  @Test func `The first start says once what attune is, on standard error`() throws {
    let practice = try ScratchPractice()
    let first = try practice.run(["list"])
    #expect(first.talk.contains("It does not assess"))
    #expect(!first.output.contains("It does not assess"))
    #expect(try !practice.run(["list"]).talk.contains("It does not assess"))
  }

  @Test func `Where a practice lies is said, or known, or refused`() throws {
    let practice = try ScratchPractice()
    let data = "\(practice.root)/data"
    let places: [(arguments: [String], environment: [String: String], place: String)] = [
      (["--practice", "\(data)/a"], [:], "\(data)/a"),
      (["--practice=\(data)/b"], [:], "\(data)/b"),
      ([], ["ATTUNE_PRACTICE": "\(data)/c"], "\(data)/c"),
      ([], ["ATTUNE_PRACTICE": "", "XDG_DATA_HOME": data], "\(data)/attune"),
      ([], ["ATTUNE_PRACTICE": "", "XDG_DATA_HOME": "data", "HOME": data], "\(data)/.local/share/attune"),
      ([], ["ATTUNE_PRACTICE": ""], "\(practice.home)/.local/share/attune"),
    ]
    for (arguments, environment, place) in places {
      let run = try practice.run(["list"] + arguments, environment: environment)
      #expect(run.code == 0)
      #expect(run.talk.contains("A new practice was made at \(place)."))
      #expect(ScratchPractice.files(under: place).contains("\(place)/.attune/journal"))
    }
    let homeless = ["ATTUNE_PRACTICE": "", "HOME": ""]
    let refused = try practice.run(["list"], environment: homeless)
    #expect(refused.code == 64)
    #expect(refused.talk.contains("--practice"))
    #expect(try practice.run(["crisis"], environment: homeless).output.contains("988"))
    #expect(ScratchPractice.files(under: practice.root).allSatisfy { !$0.hasPrefix("\(practice.root)/.local") })
  }

  @Test func `At the loop the same verbs are typed, and a mistyped one is helped`() throws {
    let practice = try ScratchPractice()
    let run = try practice.run([], input: "lst\nlist\nshow nothing-like-it\n\nquit\nlist\n")
    #expect(run.code == 0)
    #expect(run.talk.contains("Did you mean ‘list’?"))
    #expect(run.talk.contains("There is no ‘nothing-like-it’."))
    #expect(run.output.split(separator: "No documents yet.").count == 2)
  }
}
