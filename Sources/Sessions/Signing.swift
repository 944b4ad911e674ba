import Documents
import Exchange
import Interviews

/// What two people sign: the canonical text of an agreement.
enum Signing {
  /// The fingerprint that a name is given under; nothing for a kind that nobody signs.
  static func seal(of kind: Kind) -> (@Sendable (JSON) -> String)? {
    guard kind == .agreement else { return nil }
    return { agreementFingerprint($0) }
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
