import Documents
import Forms
import Interviews
import Testing

/// What is easily missed in a transcript.
@Suite struct WhatATranscriptShows {
  private func said(_ prompt: String, _ answer: String, _ minute: Int, state: String? = nil) -> JSON {
    var entry: JSON.Members = ["time": .string(time(minute)), "prompt": .string(prompt)]
    entry[answer.hasPrefix("/") ? "command" : "answer"] = .string(answer)
    entry["state"] = state.map { .string($0) }
    return .object(entry)
  }

  private func time(_ minute: Int) -> String { "2026-02-09T16:\(minute < 10 ? "0" : "")\(minute):00-05:00" }

  private func helps(_ entries: [JSON], _ marks: [JSON] = [], of kind: Kind? = .chain) -> TranscriptHelps {
    TranscriptHelps(
      ["entries": .array(entries), "annotations": .array(marks)], template: kind.flatMap(BuiltIn.template(of:)))
  }

  private func question(in section: String) throws -> String {
    let template = try #require(BuiltIn.template(of: .chain))
    return try #require(template.sections.first { $0.id == section }?.questions.first?.id)
  }

  @Test func `The longest stretch lies between two validations, or before the first or after the last`() {
    let entries = [
      said("a", "x", 0), said("a", "/validate 5 of course", 5), said("b", "y", 6), said("b", "/v 4 yes", 18),
      said("c", "z", 20),
    ]
    #expect(helps(entries).stretch == [1, 3, 13])
    let marked = helps(entries, [["index": 2, "tag": "validation"]])
    #expect(marked.stretch == [2, 3, 12])
    #expect(helps([entries[0], entries[2]]).stretch == [0, 1, 6])
    #expect(helps([]).withoutValidation == nil)
    #expect(helps([["said": "Hello", "time": .string(time(0))]]).withoutValidation == nil)
  }

  @Test func `A solution before the function was agreed is an early one`() throws {
    let (function, solution) = (try question(in: "function"), try question(in: "solutions"))
    let rightly = helps([said(function, "It calms", 0), said(solution, "STOP", 2)])
    #expect(rightly.firstSolution == 1 && !rightly.isEarlySolution)
    let early = helps([said("x", "/skill l3 STOP: breathe", 0), said(function, "It calms", 2)])
    #expect(early.firstSolution == 0 && early.isEarlySolution)
    let never = helps([said(function, "", 0), said(solution, "STOP", 2)])
    #expect(never.isEarlySolution)
    #expect(helps([said(solution, "", 0)]).firstSolution == nil)
    let marked = helps([said(function, "a", 0)], [["index": 0, "tag": "solution"]], of: nil)
    #expect(marked.firstSolution == 0 && !marked.isEarlySolution)
  }

  @Test func `What was passed over and what is not known are told apart`() {
    let seen = helps([
      said("a", "/skip", 0, state: "unknown"), said("b", "/skip na", 1, state: "notApplicable"), said("c", "x", 2),
    ])
    #expect(seen.unknown == ["a"] && seen.skipped == ["b"])
  }

  @Test func `Minutes are those of the section that was answered, and a break is nobody's`() throws {
    let (function, solution) = (try question(in: "function"), try question(in: "solutions"))
    let run: (Int) -> JSON = { ["time": .string(self.time($0)), "run": [:]] }
    let seen = helps([
      run(0), said(function, "x", 4), said(solution, "y", 7), said(function, "z", 8), run(50), said(solution, "y", 52),
    ])
    #expect(seen.sections.map(\.minutes) == [5, 5])
    #expect(seen.json["sections"]?.array?.count == 2)
  }
}

extension TranscriptHelps {
  fileprivate var stretch: [Int?]? { withoutValidation.map { [$0.from, $0.to, $0.minutes] } }
}
