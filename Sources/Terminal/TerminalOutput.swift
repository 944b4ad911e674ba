import Console
import Glibc

/// Standard output and standard error.
package final class TerminalOutput: Output {
  package let isPlain: Bool
  private let hasColor: Bool

  /// `isPlain` for a terminal, or no terminal, that is sent no escapes to move its cursor.
  package init(isPlain: Bool, hasColor: Bool) {
    self.isPlain = isPlain
    self.hasColor = hasColor
  }

  package var width: Int { screenSize(of: STDOUT_FILENO)?.columns ?? 80 }
  package var height: Int { screenSize(of: STDOUT_FILENO)?.rows ?? 24 }

  package func say(_ line: StyledLine) { write(styled(line, hasColor: hasColor) + "\n", to: STDOUT_FILENO) }

  package func complain(_ text: String) {
    // In a file a complaint is one line; on a screen it is broken at words.
    let line = StyledLine(harmless(text))
    let rows = isatty(STDERR_FILENO) != 0 ? wrapped(line, width: max(16, min(width, 78))) : [line]
    write(rows.map { $0.text + "\n" }.joined(), to: STDERR_FILENO)
  }

  package func put(_ text: String) { write(text, to: STDOUT_FILENO) }

  package func clearScreen() {
    if !isPlain { write("\u{1B}[H\u{1B}[2J\u{1B}[3J", to: STDOUT_FILENO) }
  }

  package func showProgress(_ line: String?) {
    if !isPlain { write("\r\u{1B}[K" + harmless(line ?? ""), to: STDOUT_FILENO) }
  }
}

/// A line as the bytes of a terminal: harmless, each piece with the color of its weight.
package func styled(_ line: StyledLine, hasColor: Bool) -> String {
  line.pieces.map { piece in
    let text = harmless(piece.text)
    guard hasColor, let code = piece.weight.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }.joined()
}

extension Weight {
  /// The number that selects it (ECMA-48, SGR).
  fileprivate var code: Int? {
    switch self {
    case .normal: nil
    case .strong: 1
    case .dim: 2
    case .accent: 36
    }
  }
}
