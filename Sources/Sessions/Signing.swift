import Documents
import Exchange
import Interviews

/// What two people sign: the canonical text of an agreement.
enum Signing {
  /// The fingerprint that a name is given under; nothing for a kind that nobody signs.
  static func seal(of kind: Kind) -> (@Sendable (JSON) -> String)? {
    switch kind {
    case .agreement: { agreementFingerprint($0) }
    // What is signed in a review is the version of the agreement that it makes.
    case .agreementReview: { AgreementReview($0).nextVersion.map { agreementFingerprint($0) } ?? "" }
    case .chain, .missingLinks, .tibEvent, .accountability, .reflection, .session, .measure, .note, .review,
      .transcript:
      nil
    }
  }

  /// The text to be kept beside a document: where both have signed it as it stands.
  static func text(of document: JSON) -> String? {
    let agreement = Agreement(document)
    guard document["kind"] == "agreement", agreement.isSigned else { return nil }
    let text = agreementText(document)
    let fingerprint = sha256(Array(text.utf8))
    let holds = Agreement.roles.allSatisfy { role in
      agreement.signature(of: role).map {
        SignatureStanding($0, of: document, fingerprint: fingerprint) == .holds
      } ?? false
    }
    return holds ? text : nil
  }
}
