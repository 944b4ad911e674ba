import Documents

/// An event as a page that people read: what happened and when, what it did, whether it has been talked about (spec 6.1).
package func eventMarkdown(_ document: JSON, crisisLine: String) -> String {
  let common = ChainPage(document, skills: { _ in nil })
  let answers = common.answers
  var page = MarkdownPage()
  page.add(common.frontMatter(tags: ["event"]))
  page.add("# \(common.title("What got in the way"))")
  page.add(common.banner)
  page.add(
    MarkdownPage.list([
      choice("Whose", answers["who"]), choice("What", answers["category"]),
      choice("How we met", answers["therapyMode"]),
      fact("Due", answers["scheduledStart"]), fact("Began or arrived", answers["actualStart"]),
      answers["minutesLate"].said.map { "**Late:** \($0) minutes" }, notice(answers),
      fact("Reason given", answers["statedReason"]), rule(answers),
    ]))
  page.section("In one line", [answers["description"].saidAtLineStart])
  page.section(
    "What it did",
    [MarkdownPage.list([fact("To the session", answers["impact"]), fact("Made right", answers["repairDone"])])])
  page.section("Talked about", [raised(answers)])
  page.add("---")
  page.add(footer(crisisLine: crisisLine))
  return page.markdown
}

private func notice(_ answers: Answer) -> String? {
  guard let given = answers["noticeGiven"].words else { return nil }
  let minutes = answers["noticeMinutes"].value?.int
  let when = minutes.map { $0 < 0 ? ", \(-$0) minutes after the start" : ", \($0) minutes before" } ?? ""
  return "**Message:** \(given)\(when)"
}

private func rule(_ answers: Answer) -> String? {
  guard let rule = answers["countsUnder"].said else { return nil }
  return answers["countsUnder"].value == "none" ? "**Counts under:** no rule" : "**Counts under:** \(rule)"
}

private func raised(_ answers: Answer) -> String? {
  guard answers["addressedOn"].value != nil else { return answers["addressedOn"].state ?? "Not yet." }
  return [answers["addressedOn"].said, answers["addressedHow"].words].compactMap { $0 }.joinedIfAny(by: ": ")
}
