import Documents
import Insights
import Storage
import TestSupport
import Testing

/// Ten documents that are known by their endings, and a practice on a real disk with them.
final class SearchCorpus {
  let place: Place
  let practice: PracticeFolder
  let disk: PosixDisk

  init(_ documents: [JSON] = SearchCorpus.documents) throws {
    place = try Place(.posix)
    practice = try place.prepared()
    disk = try #require(place.disk as? PosixDisk)
    for document in documents { try practice.save(document, markdown: "") }
  }

  /// As another program has it.
  var index: SearchIndex { SearchIndex(of: PracticeFolder(on: disk), on: disk) }
  /// One by whose clock every file was written long ago, so that it takes all their stamps for good.
  var laterIndex: SearchIndex {
    SearchIndex(of: PracticeFolder(on: disk), on: disk, now: { secondsOfFiles() + 60 })
  }
  var reading: ReadingThrough { ReadingThrough(practice) }

  static let documents: [JSON] = [
    make(
      "chain-20260105-aaaa", "SYN-ASH", "2026-01-05",
      [
        "target": [
          "behavior": "Drank wine alone in the kitchen", "tier": "qualityOfLife", "tags": ["alcohol", "endOfWorkday"],
        ],
        "links": [
          ["id": "l1", "type": "thought", "text": "They all think I can't do this job"],
          ["id": "l2", "type": "emotion", "emotion": "shame", "intensity": 85, "text": "Hot face"],
        ],
        "solutions": [["id": "s1", "skill": "er.checkFacts", "plan": "Write what the email says"]],
        "notes": ["links.l1": [["text": "Unspoken thing"]]],
      ]),
    make(
      "chain-20260112-bbbb", "SYN-ASH", "2026-01-12",
      [
        "target": ["behavior": "Shouted at my sister in the car", "tier": "qualityOfLife", "tags": ["aggression"]],
        "links": [
          ["id": "l1", "type": "emotion", "emotion": "anger", "intensity": 60, "text": "Face hot, not ashamed"],
          ["id": "l2", "type": "urge", "text": "Slam the door"],
        ],
        "solutions": [["id": "s1", "skill": "dt.stop", "plan": "Step back, one breath"]],
      ]),
    make(
      "chain-20260112-cccc", "SYN-BIRCH", "2026-01-12",
      [
        "scale": "0-5", "target": ["behavior": "Naïve café talk in Zürich; Straße", "tier": "therapyInterfering"],
        "links": [["id": "l1", "type": "emotion", "emotion": "shame", "intensity": 4, "text": "Łódź, Ω, 日本 語"]],
      ], at: "T12:00:00Z"),
    make(
      "missing-20260119-dddd", "SYN-BIRCH", "2026-01-19", ["gotInTheWay": "The card lives in the kitchen drawer"],
      kind: "missingLinks"),
    make(
      "agr-20260202-eeee", "SYN-ASH", "2026-02-02",
      [
        "clientAgreements": [["id": "ca1", "text": "Text by 4:00 pm if I will be late"]],
        "targets": [["id": "g1", "tier": "therapyInterfering", "behavior": "Arriving late"]],
      ], kind: "agreement"),
    make("tib-20260209-ffff", "SYN-BIRCH", "2026-02-09", ["statedReason": "Missed the 3:50 bus"], kind: "tibEvent"),
    make("session-20260209-gggg", "SYN-BIRCH", "2026-02-09", [:], kind: "session", at: "T18:00:00Z"),
    make(
      "refl-20260210-hhhh", "SYN-ASH", "2026-02-10", ["annoyance": ["prompt": "Braced in the kitchen, zebrafish"]],
      kind: "reflection", recordClass: "private"),
    make(
      "transcript-20260211-jjjj", "SYN-ASH", "2026-02-11",
      ["entries": [["answer": "I stood in the kitchen", "said": "unheard of", "prompt": "target"]]],
      kind: "transcript", recordClass: "psychotherapyNote"),
  ]

  static func make(
    _ id: String, _ client: String, _ day: String, _ members: JSON.Members, kind: String = "chain",
    recordClass: String = "clinicalRecord", at time: String = "T10:00:00Z"
  ) -> JSON {
    var all: JSON.Members = [
      "schema": .string("attune/\(kind)/1"), "id": .string(id), "kind": .string(kind), "synthetic": true,
      "clientRef": .string(client), "createdAt": .string(day + time), "sessionDate": .string(day),
      "recordClass": .string(recordClass), "status": "complete",
    ]
    for (key, value) in members { all[key] = value }
    return .object(all)
  }
}

extension Searching {
  /// The endings of the ids of what a query finds.
  func endings(
    _ query: String, by order: SearchOrder = .newest, limit: Int = 100, withPrivate: Bool = false
  ) throws -> [String] {
    let today = try #require(CivilDate("2026-03-11"))
    let result = try find(
      SearchQuery(reading: query, today: today), by: order, limit: limit, includingPrivate: withPrivate,
      progress: { _, _ in })
    #expect(result.noIndex == nil)
    return result.found.map { String($0.file.id.text.split(separator: "-").last ?? "") }
  }
}
