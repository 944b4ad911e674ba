import Console
import Documents
import Sessions

/// The first start makes the practice and says once what attune is and is not.
struct FirstStart {
  let world: World

  init(_ world: World) { self.world = world }

  func prepare() throws(VerbFailure) {
    let isNew: Bool
    do throws(StoreProblem) { isNew = try world.store.prepare() } catch { throw .store(error) }
    guard isNew else { return }
    for text in ScopeStatement.texts(place: world.store.place) {
      for line in wrapped(StyledLine(text), width: Page(world.output).width) { world.output.complain(line.text) }
    }
  }
}

/// What attune is and is not, said once (spec 10).
enum ScopeStatement {
  static func texts(place: String) -> [String] {
    [
      """
      attune helps a licensed mental-health professional write things down in a structured way. It does not assess \
      risk, diagnose, treat, rate adherence, or replace training, supervision, consent, or your record-keeping \
      duties. You decide; it asks.
      """,
      "This is a note-taking guide that your therapist uses with you. It cannot see or respond to emergencies.",
      """
      A new practice was made at \(place). attune does not encrypt; full-disk encryption is recommended. \
      chain begins an analysis, help lists what there is, quit leaves.
      """,
    ]
  }
}
