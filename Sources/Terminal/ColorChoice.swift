/// When to use color.
package enum ColorChoice: String, Hashable, Sendable, CaseIterable { case auto, always, never }

/// Whether to use color, by what was chosen, where it goes, and the variables NO_COLOR (no-color.org) and TERM.
package func colorIsOn(choice: ColorChoice, isTerminal: Bool, noColor: String?, term: String?) -> Bool {
  switch choice {
  case .always: true
  case .never: false
  case .auto: isTerminal && (noColor ?? "").isEmpty && canMoveCursor(term: term)
  }
}

/// Whether a terminal of this name obeys escape sequences.
package func canMoveCursor(term: String?) -> Bool {
  switch term {
  case nil, "", "dumb", "emacs", "unknown": false
  default: true
  }
}
