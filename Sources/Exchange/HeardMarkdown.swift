import Documents

/// A session that was held elsewhere, as people read it: who spoke, when that is known, and what was said.
func heardMarkdown(_ document: JSON) -> String {
  var matter = FrontMatter()
  for key in ["schema", "id", "kind"] { matter.add(key, document[key]?.string) }
  matter.add("client", document["clientRef"]?.string)
  matter.add("date", Envelope(document).sessionDate)
  matter.add("synthetic", Envelope(document).isSynthetic)
  var page = MarkdownPage()
  page.add(matter.markdown)
  page.add("# Transcript: \(document["clientRef"]?.string ?? "")")
  if Envelope(document).isSynthetic { page.add("**Synthetic. Nobody said this.**") }
  page.add("Held elsewhere, and read in from a file.")
  if let marks = transcriptMarks(document) { page.add(marks) }
  for entry in document["entries"]?.array ?? [] {
    let label = entry["speaker"]?.string ?? "?"
    let names = ["therapist": "Therapist", "client": "Client"]
    let who = entry["voice"]?.string.flatMap { names[$0] } ?? MarkdownText(label).inline(atLineStart: false)
    let when = entry["at"]?.int.map { " (\(clock($0)))" } ?? ""
    page.add("**\(who)**\(when): \(MarkdownText(entry["answer"]?.string ?? "").block(atLineStart: false))")
  }
  return page.markdown
}

/// `1:02:03`, seconds from the start.
private func clock(_ seconds: Int) -> String {
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
  let hours = seconds / 3600
  return "\(hours > 0 ? "\(hours):" : "")\(two(seconds / 60 % 60)):\(two(seconds % 60))"
}
