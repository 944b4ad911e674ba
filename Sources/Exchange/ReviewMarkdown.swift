import Documents
import Forms

/// A review of a client as a page that people read: words and numbers, with the dated words that they rest on.
package func reviewMarkdown(_ document: JSON, catalog: Catalog, crisisLine: String) -> String {
  let content = ChainPage(document, skills: { _ in nil })
  let review = ReviewText(document, catalog: catalog)
  var page = MarkdownPage()
  page.add(content.frontMatter(tags: ["review"]))
  page.add("# \(content.title("Review"))")
  page.add(content.banner)
  if document["recordClass"] == "private" { page.add("**Private.** For the therapist alone.") }
  page.add("\(MarkdownText(review.window).inline(atLineStart: true)). *\(ReviewText.describes)*")
  for section in review.sections {
    page.section(section.title, [MarkdownPage.list(section.lines.map(item))])
  }
  page.add(document["recordClass"] == "private" ? ReviewText.therapistsPrompt : ReviewText.clientsPrompt)
  page.add("---")
  page.add(footer(crisisLine: crisisLine))
  return page.markdown
}

private func item(_ line: ReviewLine) -> String {
  let text = MarkdownText(line.text).inline(atLineStart: true)
  guard let words = line.words else { return text }
  return text
    + "  \n  “\(MarkdownText(words.text).inline(atLineStart: false))” (\(words.on), \(MarkdownText(words.ref).inline(atLineStart: false)))"
}
