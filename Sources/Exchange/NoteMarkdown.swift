import Documents

/// A private note as a page: what it is about, and its words. It never lies beside the record.
package func noteMarkdown(_ document: JSON) -> String {
  var matter = FrontMatter()
  for key in ["schema", "id", "kind"] { matter.add(key, document[key]?.string) }
  matter.add("client", document["clientRef"]?.string)
  matter.add("date", Envelope(document).sessionDate)
  matter.add("status", document["status"]?.string)
  matter.add("synthetic", Envelope(document).isSynthetic)
  var page = MarkdownPage()
  page.add(matter.markdown)
  page.add("# Private note: \(document["clientRef"]?.string ?? "")")
  let about = [document["about"]?.string, document["path"]?.string].compactMap { $0 }.joined(separator: ", ")
  if !about.isEmpty { page.add("About \(MarkdownText(about).inline(atLineStart: false))") }
  page.add(MarkdownText(document["text"]?.string ?? "").block(atLineStart: true))
  return page.markdown
}
