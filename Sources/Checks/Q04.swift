import Documents

/// What set it off happened outside the skin, or outside was asked about and an inner cue is named.
enum Q04: Check {
  static let id = "Q04"

  static func findings(in document: Checked) -> [Finding] {
    let message = "What was happening around you just before?"
    guard document.text("promptingEvent.description") != nil else {
      return document.isAnsweredWithState("promptingEvent.description") ? [] : [fix("promptingEvent", message)]
    }
    switch document.tree["promptingEvent"]?["external"]?.bool {
    case true?: return []
    case false?:
      let isInner =
        document.text("promptingEvent.internalCue") != nil
        && document.tree["promptingEvent.askedOutside" as Path] == true
      return isInner ? [] : [fix("promptingEvent", message)]
    case nil:
      return document.isAnsweredWithState("promptingEvent.external") ? [] : [fix("promptingEvent", message)]
    }
  }
}
