import ArgumentParser
import Console
import Documents
import Exchange
import Sessions

/// `attune transcripts run`: plays transcripts and pages of the manual again, and says where they differ.
struct TranscriptsRunVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Plays transcripts again in a practice that lies in memory; says the first difference.")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("Markdown files, or ids of transcripts.", valueName: "file"))
  var files: [String]

  func run(in world: World) throws(VerbFailure) -> Int32 {
    var differs = false
    for file in files {
      let lines = try difference(read(file, in: world), in: world)
      if files.count > 1 || lines != nil {
        world.output.put("\(harmless(file)): \(lines == nil ? "no difference" : "")")
      }
      for line in lines ?? [files.count > 1 ? "" : "No difference."] { world.output.put(harmless(line) + "\n") }
      differs = differs || lines != nil
    }
    return differs ? 1 : 0
  }

  private func read(_ name: String, in world: World) throws(VerbFailure) -> String {
    do throws(StoreProblem) {
      if let id = DocumentID(name), let tree = try world.store.load(id, includingPrivate: true) {
        guard tree["kind"] == "transcript" else { throw .notFound(name: name) }
        return transcriptMarkdown(tree)
      }
      return String(decoding: try world.readFile(name), as: UTF8.self)
    } catch {
      throw .store(error)
    }
  }

  /// The first difference between a page and what is said now, in lines; nothing where there is none.
  private func difference(_ text: String, in world: World) throws(VerbFailure) -> [String]? {
    let page = ConversationPage(text)
    guard page.hasRuns else {
      throw .usage(
        "There is no conversation in it.",
        hint: "A conversation stands between ```session and ```, and begins with $ attune …")
    }
    let replay = try Replay(page, in: world, files: page.isSaved ? ownFiles(of: world) : [:]) {
      (name) throws(VerbFailure) in try document(name, at: page.settings["now"].flatMap { Moment($0) }, in: world)
    }
    let played = replay.text()
    guard page.isSaved else { return firstDifference(text, played) }
    let now: [JSON]
    do throws(StoreProblem) { now = try replay.transcripts() } catch { throw .store(error) }
    guard let last = now.last else { return firstDifference(text, played) }
    let skipped = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.hasPrefix("```") }.count
    return firstDifference(sessionLines(text), sessionLines(transcriptMarkdown(last)), after: skipped)
  }

  private func sessionLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("```") }
      .joined(separator: "\n")
  }

  private func firstDifference(_ old: String, _ new: String, after skipped: Int = 0) -> [String]? {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false)
    let new = new.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(old.count, new.count) {
      let was = index < old.count ? String(old[index]) : nil
      let now = index < new.count ? String(new[index]) : nil
      guard was != now else { continue }
      return ["line \(index + 1 + skipped)", "- \(was ?? "(it ends)")", "+ \(now ?? "(it ends)")"]
    }
    return nil
  }

  // MARK: The practice of the replay

  /// The practice's own settings and question sets; a replay keeps its transcript, to be compared.
  private func ownFiles(of world: World) throws(VerbFailure) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    do throws(StoreProblem) {
      for name in try world.store.files(in: "Templates") {
        files["Templates/\(name)"] = try world.store.file("Templates/\(name)")
      }
    } catch {
      throw .store(error)
    }
    files["practice.yaml"] = Array(try Settings.keepingTranscripts(of: world.store).utf8)
    return files
  }

  /// A document as it was when the session read it: the newest revision that is older, else the first. What bears the
  /// second in which the session began may be of the session itself, which can be over within it.
  private func document(_ name: String, at moment: Moment?, in world: World) throws(VerbFailure) -> JSON {
    guard let id = DocumentID(name) else { throw .notFound(name, hint: nil) }
    do throws(StoreProblem) {
      var found: [JSON] = []
      for number in try world.store.revisions(of: id, includingPrivate: true) {
        if let tree = try world.store.load(id, revision: number, includingPrivate: true) { found.append(tree) }
      }
      guard let current = try world.store.load(id, includingPrivate: true) else {
        throw StoreProblem.notFound(name: name)
      }
      found.append(current)
      guard let moment else { return current }
      return found.last { (Envelope($0).updatedAt?.instant ?? 0) < moment.instant } ?? found[0]
    } catch {
      throw .store(error)
    }
  }
}
