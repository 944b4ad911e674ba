import Documents

/// A measure as a page that people read: its name, the number and the day. What it means is said by nobody here.
package func measureMarkdown(_ document: JSON, crisisLine: String) -> String {
  let answers = Answer(document)
  let envelope = Envelope(document)
  var matter = FrontMatter()
  matter.add("schema", document["schema"]?.string)
  matter.add("id", document["id"]?.string)
  matter.add("kind", document["kind"]?.string)
  matter.add("client", document["clientRef"]?.string)
  matter.add("date", envelope.sessionDate)
  matter.add("status", envelope.status)
  matter.add("lang", document["lang"]?.string ?? "en")
  matter.add("synthetic", envelope.isSynthetic)
  matter.add("tags", ["attune", "measure"])
  var page = MarkdownPage()
  page.add(matter.markdown)
  let whose = [answers["clientRef"].inline, answers["on"].inline].compactMap { $0 }.joined(separator: ", ")
  page.add("# Measure" + (whose.isEmpty ? "" : ": \(whose)"))
  if envelope.isSynthetic { page.add("**Synthetic: made up for practice. Nobody's real story.**") }
  if envelope.status == "void" { page.add("**Void: not to be used.**") }
  page.add(
    MarkdownPage.list([fact("Measure", answers["name"]), fact("Total", answers["total"]), fact("On", answers["on"])]))
  page.add("---")
  page.add(footer(crisisLine: crisisLine))
  return page.markdown
}
