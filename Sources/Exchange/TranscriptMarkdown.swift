import Documents

/// A transcript as people read it and as a replay takes it: front matter, and one fenced block for each program run.
///
/// `$ attune …` is the command line, `> text` was typed, `>| text` a further line of it, `>~ text` stood half typed,
/// `>^C` and `>^D` are keys, `@ 16:25:10` is the clock before what follows; everything else was said.
package func transcriptMarkdown(_ document: JSON) -> String {
  if document["origin"] == "imported" { return heardMarkdown(document) }
  let entries = document["entries"]?.array ?? []
  let first = entries.lazy.compactMap { $0["run"] }.first
  var matter = FrontMatter()
  for key in ["schema", "id", "kind"] { matter.add(key, document[key]?.string) }
  matter.add("client", document["clientRef"]?.string)
  matter.add("about", about(document))
  matter.add("date", Envelope(document).sessionDate)
  matter.add("synthetic", Envelope(document).isSynthetic)
  matter.add("now", document["createdAt"]?.string)
  matter.add("zone", first?["zone"]?.string)
  matter.add("columns", first?["columns"]?.int.map { String($0) })
  if first?["plain"] == true { matter.add("plain", "yes") }
  matter.add("place", first?["place"]?.string)
  matter.add("practice", (first?["practice"]?.array ?? []).compactMap(\.string).joined(separator: " "))
  var page = MarkdownPage()
  page.add(matter.markdown)
  page.add("# Transcript: \(document["clientRef"]?.string ?? "")")
  if Envelope(document).isSynthetic { page.add("**Synthetic. Nobody said this.**") }
  if let about = about(document) {
    page.add("Of the session that made \(MarkdownText(about).inline(atLineStart: false)).")
  }
  if let marks = transcriptMarks(document) { page.add(marks) }
  var moment = Envelope(document).createdAt
  for run in runs(of: entries) {
    let lines = SessionLines(run, from: moment)
    page.add(fenced(lines.text))
    moment = lines.moment
  }
  return page.markdown
}

/// What was marked when it was looked at, by the number of the turn; nothing where nothing was.
func transcriptMarks(_ document: JSON) -> String? {
  let marks = document["annotations"]?.array ?? []
  if marks.isEmpty { return nil }
  let lines = marks.map { mark in
    let note = mark["note"]?.string.map { ": \(MarkdownText($0).inline(atLineStart: false))" } ?? ""
    return "- \(mark["index"]?.int ?? 0), \(mark["tag"]?.string ?? "")\(note)"
  }
  return "Marked when it was looked at:\n\n" + lines.joined(separator: "\n")
}

private func about(_ document: JSON) -> String? {
  (document["related"]?.array ?? []).first { $0["rel"] == "about" }?["id"]?.string
}

private func runs(of entries: [JSON]) -> [[JSON]] {
  entries.reduce(into: []) { runs, entry in
    if entry["run"] != nil || runs.isEmpty { runs.append([]) }
    runs[runs.count - 1].append(entry)
  }
}

/// Longer than any run of backticks inside.
private func fenced(_ lines: [String]) -> String {
  var longest = 2
  for line in lines {
    longest = max(longest, line.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0)
  }
  let fence = String(repeating: "`", count: longest + 1)
  return (["\(fence)session"] + lines + [fence]).joined(separator: "\n")
}

/// The lines of one program run.
private struct SessionLines {
  private(set) var text: [String] = []
  /// The clock as it was written last.
  private(set) var moment: Moment?

  init(_ entries: [JSON], from moment: Moment?) {
    self.moment = moment
    let lastTyped = entries.lastIndex { $0["answer"] != nil || $0["command"] != nil }
    for (index, entry) in entries.enumerated() {
      if let said = entry["said"]?.string {
        text += said.split(separator: "\n", omittingEmptySubsequences: false).map { SessionLines.said(String($0)) }
      } else {
        add(entry, isExact: index == lastTyped)
      }
    }
  }

  private mutating func add(_ entry: JSON, isExact: Bool) {
    let typed = (entry["answer"] ?? entry["command"])?.string
    if entry["end"] == nil { addClock(entry, isExact: isExact || typed == "/off" || typed == "/on") }
    if let run = entry["run"] {
      text.insert((["$ attune"] + (run["command"]?.array ?? []).compactMap(\.string)).joined(separator: " "), at: 0)
    } else if let typed {
      text += ConversationMarks.typed(visible(typed))
    } else if let half = entry["half"]?.string {
      text += ConversationMarks.lines(of: visible(half), first: ">~")
    } else if let key = entry["key"]?.string {
      text.append(">\(key)")
    } else if entry["end"] == "killed" {
      text.append("!kill")
    } else if entry["end"] == "hungUp" {
      text.append("!hangup")
    }
  }

  /// The clock is said when another minute has begun, and where seconds count.
  private mutating func addClock(_ entry: JSON, isExact: Bool) {
    guard let now = entry["time"]?.string.flatMap({ Moment($0) }), now != moment else { return }
    let isSameMinute = moment.map { $0.date == now.date && $0.time.minutes == now.time.minutes } ?? false
    guard isExact || !isSameMinute else { return }
    // The hour that a clock change repeats, and a clock that was put back, are said whole.
    let goesOn = moment.map { $0.date == now.date && $0.offset == now.offset && $0.time < now.time } ?? false
    text.append(goesOn ? "@ \(now.time):\(seconds(now))" : "@ \(now)")
    moment = now
  }

  private func seconds(_ moment: Moment) -> String { String(moment.description.dropFirst(17).prefix(2)) }

  private static func said(_ line: String) -> String { ConversationMarks.isMark(line) ? " " + line : line }

  /// Control characters would turn a page around; they stay in the JSON.
  private func visible(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let turns = 0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value
          let isShown = scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control && !turns
          return isShown ? scalar : "\u{FFFD}"
        }))
  }
}

/// The marks of a conversation on a page.
package enum ConversationMarks {
  /// A line that was typed, and the further lines of it.
  package static func typed(_ text: String) -> [String] { lines(of: text, first: ">") }

  /// The lines of a text, the first under a mark of its own.
  package static func lines(of text: String, first: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      let mark = index == 0 ? first : ">|"
      return line.isEmpty ? mark : "\(mark) \(line)"
    }
  }

  /// Whether a line that was said would be read as something else.
  package static func isMark(_ line: String) -> Bool {
    line == ">" || ["> ", ">|", ">~", ">^", "$ ", "@ ", "!kill", "!hangup", "[exit "].contains { line.hasPrefix($0) }
  }
}
