import Documents

extension Session {
  /// What can follow a session that was closed: missing links, where a chain or an event is about something not done.
  package var follower: SessionStart? {
    let start: SessionStart
    switch template.kind {
    case .chain:
      let tags = Set((tree["target"]?["tags"]?.array ?? []).compactMap(\.string))
      guard !tags.isDisjoint(with: ["workNotDone", "medicationNotTaken"]) else { return nil }
      start = SessionStart(.missingLinks)
    case .tibEvent:
      let undone = ["late", "missed", "workNotDone", "workPartly", "cardNotDone"]
      guard tree["who"] == "client", undone.contains(tree["category"]?.string ?? "") else { return nil }
      start = SessionStart(.missingLinks)
    case .missingLinks, .agreement, .agreementReview, .accountability, .reflection, .session, .measure, .note, .review,
      .transcript:
      return nil
    }
    var next = start
    next.client = head.client.text
    next.about = head.document.text
    next.session = tree["sessionNumber"]?.int
    next.isSynthetic = tree["synthetic"] == true
    return next
  }
}
