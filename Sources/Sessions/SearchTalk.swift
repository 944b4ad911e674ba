import Console
import Documents
import Exchange
import Insights

/// A search through the practice, asked and answered.
package struct SearchTalk {
  private let world: World
  private let includesPrivate: Bool
  private let order: SearchOrder
  private let limit: Int
  /// What options say, each as it would be typed: `client:SYN-MAPLE`.
  private let filters: [String]

  package init(
    _ world: World, _ filters: [String], by order: SearchOrder, limit: Int, includingPrivate: Bool
  ) {
    self.world = world
    self.filters = filters
    self.order = order
    self.limit = limit
    includesPrivate = includingPrivate
  }

  /// Asks for the words, again where they do not read. Nothing where nothing was given.
  package func ask() throws(VerbFailure) -> SearchAnswer? {
    let page = Page(world.output)
    if world.isAttended {
      page.say("What are you looking for?")
      page.say(.dim("words   \"a phrase\"   begin*   emotion:shame:70+   since:8w   ? for all"))
    }
    while true {
      switch ShortAnswer(world).read() {
      case .left, .hungUp: throw .interrupted
      case .ended where !world.isAttended && filters.isEmpty:
        throw .usage("Nothing was given to look for.", hint: Wording.searchHint)
      case .ended, .text(""):
        if filters.isEmpty { return nil }
        return try find("")
      case .text("?"): for line in Wording.searchHelp { page.say(line, hang: 24) }
      case .text(let typed):
        do throws(VerbFailure) {
          return try find(typed)
        } catch {
          guard world.isAttended, case .badQuery = error else { throw error }
          let (message, hint) = Wording.parts(error)
          page.say(message)
          if let hint { page.say(.dim(hint)) }
        }
      }
    }
  }

  package func find(_ typed: String) throws(VerbFailure) -> SearchAnswer {
    let query = try query(typed)
    let progress = SearchProgress(world.output)
    let result: SearchResult
    do throws(StoreProblem) {
      result = try world.search.find(
        query, by: order, limit: limit, includingPrivate: includesPrivate, progress: progress.show)
      progress.end()
    } catch {
      progress.end()
      throw .store(error)
    }
    if let problem = result.noIndex {
      world.output.complain("No index could be kept, so every document was read. \(Wording.sentence(problem).message)")
    }
    for path in result.unreadable { world.output.complain("‘\(path)’ does not read; it was not looked into.") }
    return SearchAnswer(rows: result.found.map { SearchAnswer.Row($0, query) }, hasMore: result.hasMore)
  }

  package func say(_ answer: SearchAnswer?) {
    let page = Page(world.output)
    guard let answer else { return page.say(.dim("Nothing was looked for.")) }
    if answer.rows.isEmpty {
      page.say("Nothing was found.")
      if !includesPrivate { page.say(.dim("Private documents and transcripts are looked into with --private.")) }
      return
    }
    for row in answer.rows {
      page.say(row.head, hang: 4)
      page.say(row.passage, indent: 4, hang: 2)
    }
    let count = answer.rows.count == 1 ? "1 document" : "\(answer.rows.count) documents"
    let which = order == .newest ? "the newest" : "the nearest"
    page.say(.dim(answer.hasMore ? "\(count), \(which); there are more: --limit \(limit * 5)" : "\(count)."))
  }

  private func query(_ typed: String) throws(VerbFailure) -> SearchQuery {
    let today = world.clock.now().date
    var filtered = SearchQuery()
    for filter in filters {
      do throws(SearchQueryProblem) { filtered = filtered.and(try SearchQuery(reading: filter, today: today)) } catch {
        // What an option says has no place in what was typed.
        throw .badQuery("", error)
      }
    }
    guard !typed.allSatisfy(\.isWhitespace) || filters.isEmpty else { return filtered }
    return filtered.and(try read(typed, today))
  }

  private func read(_ text: String, _ today: CivilDate) throws(VerbFailure) -> SearchQuery {
    do throws(SearchQueryProblem) { return try SearchQuery(reading: text, today: today) } catch {
      throw .badQuery(text, error)
    }
  }
}

/// What was found, for people and for programs.
package struct SearchAnswer {
  let rows: [Row]
  let hasMore: Bool

  package var json: JSON { .array(rows.map(\.json)) }

  struct Row {
    let found: FoundDocument
    let match: SearchMatch?

    init(_ found: FoundDocument, _ query: SearchQuery) {
      self.found = found
      match = SearchMatch(query, in: found.searched)
    }

    private var kind: String { found.document["kind"]?.string ?? "" }

    private var date: String {
      let envelope = Envelope(found.document)
      return (envelope.sessionDate ?? envelope.createdAt?.date)?.description ?? ""
    }

    var json: JSON {
      var members: JSON.Members = [
        "id": .string(found.file.id.text), "kind": .string(kind), "client": .string(found.file.client.text),
        "date": .string(date), "path": .string(match?.path.description ?? ""), "file": .string(found.file.path),
        "snippet": .string(match?.snippet ?? ""),
      ]
      if found.file.isPrivate { members["private"] = true }
      return .object(members)
    }

    var head: StyledLine {
      let mark = StyledLine.strong(found.file.isPrivate ? "private " : "")
      let status = found.document["status"]?.string ?? ""
      let standing =
        ["void", "draft", "superseded"].contains(status) ? StyledLine.strong("  \(status)") : StyledLine("")
      return mark + .accent("\(date)  \(found.file.client)  \(PlainWords.kind(kind))  \(found.file.id)") + standing
    }

    var passage: StyledLine {
      guard let match else { return .dim("(no words)") }
      var line = StyledLine.dim("\(PlainWords.place(match.path)): ")
      var done = match.snippet.startIndex
      for mark in match.marks {
        line = line + StyledLine(String(match.snippet[done..<mark.lowerBound])) + .strong(String(match.snippet[mark]))
        done = mark.upperBound
      }
      return line + StyledLine(String(match.snippet[done...]))
    }
  }
}
