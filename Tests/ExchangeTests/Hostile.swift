import Documents
import TestSupport

/// A chain whose every typed text is hostile.
func hostileChain() throws -> JSON {
  let all = JSON.string(hostileTexts.joined(separator: "\n\n"))
  let lines = JSON.string(hostileTexts.joined(separator: "\n"))
  func list(_ id: String, _ key: String, _ more: (JSON) -> JSON.Members = { _ in [:] }) -> JSON {
    .array(
      hostileTexts.enumerated().map { index, text in
        var members = more(.string(text))
        members["id"] = .string("\(id)\(index + 1)")
        members[key] = .string(text)
        return .object(members)
      })
  }
  return [
    "schema": "attune/chain/1", "id": "chain-20260209-h0st", "kind": "chain", "synthetic": true,
    "clientRef": "SYN-\"x\": #\n- y\u{0}\u{85}\u{2028}\u{FEFF}", "sessionDate": "2026-02-09", "status": "no",
    "lang": "12:30",
    "orientation": ["priorCommitments": list("x", "note")],
    "target": ["behavior": all, "place": lines, "tags": ["no", "12:30", "a #b", "007"], "whyThisEpisode": all],
    "therapistPart": lines,
    "safetyGate": ["required": false, "reason": all, "alcoholMedicalCheck": lines],
    "vulnerabilities": list("v", "description") { ["category": $0] },
    "promptingEvent": ["id": "p1", "description": all, "place": all, "external": false, "internalCue": lines],
    "links": list("l", "text") { ["at": $0, "note": $0, "tried": ["text": $0]] },
    "consequences": list("c", "text") { ["timing": $0, "harmTo": [$0]] },
    "function": ["hypothesis": lines],
    "solutions": list("s", "plan") { ["ref": $0, "skill": $0, "rehearsal": $0, "chosen": true] },
    "repair": ["indicated": true, "items": list("r", "repair") { ["toWhom": $0, "harm": $0, "overcorrection": $0] }],
    "commitments": list("k", "text") {
      ["by": $0, "measure": $0, "troubleshooting": [["barrier": $0, "plan": $0]]]
    },
    "validation": list("w", "text") { ["ref": $0] },
    "summary": ["clientWords": all, "story": lines],
  ]
}
