import Documents
import Exchange
import Forms

/// Saves documents with the Markdown that belongs to them.
package struct DocumentKeeping {
  private let store: any Store
  /// Other words for texts that leave the practice, where they stand.
  private let words: [String: String]

  package init(_ store: any Store, replacing words: [String: String] = [:]) {
    self.store = store
    self.words = words
  }

  @discardableResult
  package func save(_ document: JSON) throws(StoreProblem) -> DocumentFile {
    try store.save(document, markdown: markdown(document), signedText: Signing.text(of: document))
  }

  /// The agreement that a review is of, for the words of its clauses; where it does not read, their ids stand alone.
  func agreement(under review: JSON) -> JSON? {
    guard review["kind"] == "agreementReview", let id = AgreementReview(review).reviewed else { return nil }
    do throws(StoreProblem) { return try store.load(id, includingPrivate: false) } catch { return nil }
  }

  /// A document as people read it.
  package func markdown(_ original: JSON) -> String {
    let document = original.replacing(words)
    let crisisLine = CrisisPage.emergencyLine(CrisisPage.crisisSet(of: store).0)
    if document["kind"] == "note" { return noteMarkdown(document) }
    if document["kind"] == "transcript" { return transcriptMarkdown(document) }
    if document["kind"] == "measure" { return measureMarkdown(document, crisisLine: crisisLine) }
    if document["kind"] == "tibEvent" { return eventMarkdown(document, crisisLine: crisisLine) }
    if document["kind"] == "accountability" { return conversationMarkdown(document, crisisLine: crisisLine) }
    if document["kind"] == "session" { return sessionMarkdown(document, crisisLine: crisisLine) }
    if document["kind"] == "agreement" { return agreementMarkdown(document, signed: original, crisisLine: crisisLine) }
    if document["kind"] == "reflection" { return reflectionMarkdown(document, crisisLine: crisisLine) }
    if document["kind"] == "agreementReview" {
      return agreementReviewMarkdown(
        document, agreement: agreement(under: document)?.replacing(words), crisisLine: crisisLine)
    }
    let catalog = BuiltIn.catalog()
    if document["kind"] == "review" { return reviewMarkdown(document, catalog: catalog, crisisLine: crisisLine) }
    if document["kind"] == "missingLinks" {
      return missingLinksMarkdown(document, crisisLine: crisisLine, skills: { catalog.skill($0)?.name })
    }
    return chainMarkdown(document, crisisLine: crisisLine, skills: { catalog.skill($0)?.name })
  }
}
