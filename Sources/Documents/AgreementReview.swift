/// A review of a treatment agreement as its tree says it (spec 5.11), and the version of the agreement that it makes.
/// Never throws: what is absent or of another type reads as absent.
package struct AgreementReview {
  package let tree: JSON

  package init(_ tree: JSON) { self.tree = tree }

  /// Where a review that is being written holds the terms that it changes; nothing of it is kept in the document.
  package static let terms: Path = "$agreement"

  /// Where the terms lie that a change of a clause changes: in an agreement they are the document itself.
  package static func base(ofTermsIn tree: JSON) -> Path {
    tree["kind"] == "agreementReview" ? terms : Path([])
  }

  package var reviewed: DocumentID? { tree["agreementRef"]?.string.flatMap(DocumentID.init) }
  package var decision: String? { tree["levelOfCare"]?["decision"]?.string.flatMap { $0.isEmpty ? nil : $0 } }
  private var criteriaMet: [JSON] { tree["levelOfCare"]?["criteriaMet"]?.array ?? [] }

  /// Whether a criterion is met and nothing was decided: then nothing is signed.
  package var owesLevelOfCare: Bool { !criteriaMet.isEmpty && decision == nil }

  /// Whether it makes a new version: not where it ends or hands over without a change and without names.
  package var makesVersion: Bool {
    guard tree[AgreementReview.terms] != nil else { return false }
    let goesOn = !["end", "transfer"].contains(decision ?? "")
    return goesOn || !(tree["amendments"]?.isEmpty ?? true) || !(tree["signatures"]?.isEmpty ?? true)
  }

  /// The next version of the agreement as the review has it so far: the terms with the changes made in them, what was
  /// said of going on, the days, the changes themselves, and the names once both stand there.
  package var nextVersion: JSON? {
    guard var agreement = tree[AgreementReview.terms] else { return nil }
    let history = agreement["amendments"]?.array ?? []
    let made = (tree["amendments"]?.array ?? []).map { change in
      JSON.object(JSON.Members((change.object ?? [:]).filter { $0.key.first != "$" }.map { ($0.key, $0.value) }) { $1 })
    }
    agreement.apply(.set("amendments", .array(history + made)))
    for (key, path) in AgreementReview.taken { tree[key].map { agreement.apply(.set(path, $0)) } }
    agreement.apply(.set("signatures", tree["signatures"] ?? []))
    let looked = (agreement["dismissals"]?.array ?? []) + dismissals(after: history.count)
    if !looked.isEmpty { agreement.apply(.set("dismissals", .array(looked))) }
    return agreement
  }

  /// What the agreement takes from the review, and where it stands there.
  private static let taken: [(Path, Path)] = [
    ("recommitment.clientWords", "commitment.clientWords"), ("recommitment.strength", "commitment.strength"),
    ("sessionDate", "effective"), ("nextReviewOn", "reviewOn"), ("sessionNumber", "sessionNumber"),
    ("updatedAt", "updatedAt"),
  ]

  /// What was looked at and kept in the review is so in the agreement, wherever the same words stand.
  private func dismissals(after earlier: Int) -> [JSON] {
    (tree["dismissals"]?.array ?? []).flatMap { dismissal -> [JSON] in
      let path = Path(dismissal["path"]?.string ?? "")
      var places: [Path] = []
      if path == "recommitment.clientWords" { places = ["commitment.clientWords"] }
      if path.steps.first == "amendments", path.steps.count == 3, let number = Int(path.steps[1]) {
        places.append(Path(["amendments", String(earlier + number), path.last]))
        if let clause = tree[path.parent]?["clause"]?.string.map({ Path($0) }) {
          places += [clause, clause.appending("text"), clause.appending("do")]
        }
      }
      return places.map { place in
        var copy = dismissal
        copy.apply(.set("path", .string(place.description)))
        return copy
      }
    }
  }

  /// The order of keys in a new document, as in the fixture; a list's name gives that of its elements.
  package static let keys: [String: [String]] = [
    "": Envelope.keys + [
      "lang", "agreementRef", "versionReviewed", "counts", "clauses", "measure", "helped", "getsInTheWay",
      "levelOfCare", "referral", "amendments", "newVersion", "recommitment", "nextReviewOn", "signatures",
      "dismissals", "fieldStates", "answeredBy", "notes", "checkAgain",
    ],
    "counts": [
      "sessionsScheduled", "sessionsHeld", "clientLate", "clientMissed", "therapistLate", "therapistCancelled",
      "practiceDone", "practicePartly", "practiceNotDone",
    ],
    "clauses": ["ref", "kept", "note"],
    "measure": ["name", "baseline", "now", "on", "noneUsed", "reason"],
    "levelOfCare": ["criteriaMet", "decision", "note"],
    "referral": ["reasons", "options", "clientView", "bridge"],
    "amendments": ["clause", "from", "to", "why", "proposedBy", "effective"],
    "recommitment": ["clientWords", "strength"],
    "signatures": ["role", "name", "method", "at", "version", "sha256"],
  ]
}
