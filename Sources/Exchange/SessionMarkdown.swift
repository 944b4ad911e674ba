import Documents

/// A session record as a page that people read: when, how long, how it went (spec 6.0).
package func sessionMarkdown(_ document: JSON, crisisLine: String) -> String {
  let common = ChainPage(document, skills: { _ in nil })
  let answers = common.answers
  var page = MarkdownPage()
  page.add(common.frontMatter(tags: ["session"]))
  page.add("# \(common.title("Session record"))")
  page.add(common.banner)
  page.add(
    MarkdownPage.list([
      choice("How it went", answers["outcome"]), choice("How we met", answers["therapyMode"]),
      fact("At", answers["scheduledStart"]), answers["minutes"].said.map { "**Minutes:** \($0)" },
      answers["noticeMinutes"].said.map { "**Notice:** \($0) minutes before" }, choice("Practice", answers["practice"]),
      fact("Who reaches out", answers["outreach"]),
    ]))
  page.add("---")
  page.add(footer(crisisLine: crisisLine))
  return page.markdown
}
