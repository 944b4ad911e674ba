/// A client's code: what a client is called here, never a name. It becomes a folder's name, so it can hold nothing
/// that a path could turn into another place (spec 2.1).
package struct ClientCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let text: String

  /// Nothing unless it fits `^[A-Za-z0-9][A-Za-z0-9_-]{1,31}$`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (2...32).contains(bytes.count), let first = bytes.first, first.isASCIILetterOrDigit,
      bytes.dropFirst().allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") })
    else { return nil }
    self.text = text
  }

  package var description: String { text }
  package static func < (a: ClientCode, b: ClientCode) -> Bool { a.text < b.text }
}

/// A document's id, which is also the name of its file: `chain-20260209-k3f9`.
package struct DocumentID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let text: String

  /// Nothing unless it fits `[a-z0-9][a-z0-9-]{2,63}`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (3...64).contains(bytes.count), bytes.first != UInt8(ascii: "-"),
      bytes.allSatisfy({ ($0.isASCIILetterOrDigit && !$0.isASCIIUpper) || $0 == UInt8(ascii: "-") })
    else { return nil }
    self.text = text
  }

  /// A new id, `<prefix>-<yyyymmdd>-<4 characters>`, the day being the one on which the document is made.
  package init?(of kind: Kind, on day: CivilDate, ending: String) {
    self.init("\(kind.idPrefix)-\(padded(day.year, to: 4))\(padded(day.month))\(padded(day.day))-\(ending)")
  }

  package var description: String { text }
  package static func < (a: DocumentID, b: DocumentID) -> Bool { a.text < b.text }
}

/// What a document is (spec 2.1).
package enum Kind: String, CaseIterable, Hashable, Sendable {
  case chain, missingLinks, agreement, agreementReview, tibEvent, accountability, reflection, session, measure, note,
    review, transcript

  package var idPrefix: String {
    switch self {
    case .chain: "chain"
    case .missingLinks: "missing"
    case .agreement: "agr"
    case .agreementReview: "agrrev"
    case .tibEvent: "tib"
    case .accountability: "acc"
    case .reflection: "refl"
    case .session: "session"
    case .measure: "measure"
    case .note: "note"
    case .review: "review"
    case .transcript: "transcript"
    }
  }
}

extension Kind {
  /// The name of the template that asks for it; nothing for what no form asks for.
  package var templateName: String? {
    switch self {
    case .chain: "chain"
    case .missingLinks: "missing"
    case .agreement: "agreement"
    case .agreementReview: "agreement-review"
    case .tibEvent: "log"
    case .session: "session"
    case .reflection: "reflect"
    case .accountability: "talk"
    case .measure, .note, .review, .transcript: nil
    }
  }

  /// What a document of it is likely classed as, unless it says so itself (spec 12.2).
  package var defaultRecordClass: String {
    switch self {
    case .session: "administrative"
    case .reflection, .note: "private"
    case .chain, .missingLinks, .agreement, .agreementReview, .tibEvent, .accountability, .measure, .review,
      .transcript:
      "clinicalRecord"
    }
  }

  /// By its name, by the verb that makes it, or as people say it: `tibEvent`, `log`, `event`, `missing links`.
  package init?(spoken text: String) {
    let typed = text.lowercased().filter(\.isLetter)
    let named = Kind.allCases.first { kind in
      let names = [kind.rawValue, kind.templateName ?? "", kind == .tibEvent ? "event" : ""]
      return names.contains { !$0.isEmpty && $0.lowercased().filter(\.isLetter) == typed }
    }
    guard let named else { return nil }
    self = named
  }

  /// The words after `attune` that begin a session over its form.
  package var verb: [String] {
    switch self {
    case .agreement: ["agree", "new"]
    case .agreementReview: ["agree", "review"]
    case .session: ["log", "session"]
    default: [templateName ?? rawValue]
    }
  }

  /// As a sentence says it: "a chain".
  package var noun: String {
    switch self {
    case .chain: "a chain"
    case .missingLinks: "a missing-links look"
    case .agreement: "an agreement"
    case .agreementReview: "an agreement review"
    case .tibEvent: "an event"
    case .accountability: "a conversation"
    case .reflection: "a reflection"
    case .session: "a session record"
    case .measure: "a measure"
    case .note: "a note"
    case .review: "a review"
    case .transcript: "a transcript"
    }
  }

  /// The order of keys in a new document of that kind; a list's name gives that of its elements.
  package var keys: [String: [String]] {
    switch self {
    case .chain: ChainAnalysis.keys
    case .missingLinks: MissingLinks.keys
    case .agreement: Agreement.keys
    case .agreementReview: AgreementReview.keys
    case .tibEvent: InterferingEvent.keys
    case .session: SessionRecord.keys
    case .reflection: Reflection.keys
    case .accountability: Accountability.keys
    case .measure, .note, .review, .transcript:
      ["": Envelope.keys]
    }
  }
}

extension UInt8 {
  var isASCIIUpper: Bool { (0x41...0x5A).contains(self) }
  var isASCIILetterOrDigit: Bool { isASCIIUpper || (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) }
}
