import Documents

/// How a signature stands to the text as it is now.
package enum SignatureStanding: Hashable, Sendable {
  /// The text is the one that was signed.
  case holds
  /// It was changed since.
  case broken
  /// The text then was not fingerprinted.
  case notFingerprinted
  /// It was given to another version.
  case ofVersion(Int?)

  package init(_ signature: JSON, of document: JSON, fingerprint: String) {
    guard Agreement(document).version != nil, signature["version"] == document["version"] else {
      self = .ofVersion(signature["version"]?.int)
      return
    }
    guard let signed = signature["sha256"]?.string, !signed.isEmpty else {
      self = .notFingerprinted
      return
    }
    self = signed.lowercased() == fingerprint ? .holds : .broken
  }

  package var words: String {
    switch self {
    case .holds: "the text is the one that was signed"
    case .broken: "the text was changed after it was signed"
    case .notFingerprinted: "signed; the text then was not fingerprinted"
    case .ofVersion(let version): version.map { "signed version \($0)" } ?? "signed, and of which version is not said"
    }
  }
}
