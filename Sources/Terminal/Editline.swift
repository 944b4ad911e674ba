import CEditline
import Glibc

/// libedit, which draws the line: the only file that touches its pointers. They belong to the thread that made them.
///
/// The text is kept elsewhere; libedit is asked to show it. It inserts plain characters by itself, because that is the
/// fastest way to draw them; for everything else it is sent one virtual key, whose function makes its buffer equal to the text.
final class Editline {
  /// What `nextCharacter` returns to have `text` shown: a C1 code, which no keyboard sends as text.
  static let show: Unicode.Scalar = "\u{80}"
  /// libedit clears the screen and draws the line again.
  static let clearScreen: Unicode.Scalar = "\u{0C}"
  /// libedit goes below the line and stops reading.
  static let end: Unicode.Scalar = "\n"

  /// Called when libedit wants a character.
  var nextCharacter: () -> Unicode.Scalar = { Editline.end }
  /// What the line is to be.
  var text: () -> EditedText = { EditedText() }

  private let handle: OpaquePointer
  private var prompt = UnsafeMutablePointer<wchar_t>.allocate(capacity: 1)
  /// The rows that libedit believes in, nought for those that there are.
  private(set) var rows = 0

  /// Nil where there is no terminal that libedit could edit on. The locale has to be a UTF-8 one by then.
  init?(program: String) {
    guard let handle = attune_el_init(program) else { return nil }
    self.handle = handle
    prompt.initialize(to: 0)
    attune_el_set_client(handle, Unmanaged.passUnretained(self).toOpaque())
    // vi, the default of this version, writes outside its buffer; its own signal handlers kill whoever started us.
    attune_el_set_emacs(handle)
    attune_el_set_signal_handling(handle, 0)
    // ^C ^Z ^\ ^S ^V come to us as characters, and a return is not taken for a line feed.
    for mode in ["-isig", "-ixon", "-iexten", "-icrnl", "-inlcr"] { mode.asWide { _ = attune_el_set_tty(handle, $0) } }
    // Where it shifts characters in a full row it erases the row below. Without these it writes them anew.
    for name in ["ic", "IC", "im", "ei", "dc", "DC", "dm", "ed"] {
      name.asWide { name in "".asWide { _ = attune_el_set_capability(handle, name, $0) } }
    }
    attune_el_set_prompt(handle) { el in Editline.of(el)?.prompt }
    attune_el_set_reader(handle) { el, out in Editline.of(el)?.read(into: out) ?? -1 }
    String(Self.show).asWide { key in
      _ = attune_el_add_key(handle, key) { el, _ in Editline.of(el)?.showText() ?? UInt8(CC_NORM) }
    }
    // Commands that ask for words of their own crash on an open quote.
    for key in ["\u{1B}x", "\u{1B}X"] { key.asWide { _ = attune_el_unbind(handle, $0) } }
  }

  deinit {
    // Otherwise ending throws away what was typed ahead for the shell.
    attune_el_set_edit_mode(handle, 0)
    el_end(handle)
    prompt.deallocate()
  }

  /// Reads until `nextCharacter` returns `end`. False if the terminal could not be read at all.
  func readLine(prompt text: String) -> Bool {
    setPrompt(text)
    // Reading begins with taking the size of the screen in.
    rows = 0
    var count: Int32 = 0
    return el_wgets(handle, &count) != nil
  }

  /// Whether keys come one by one and unseen. Reading sets it by itself, but later than a fast typist begins.
  func setRaw(_ on: Bool) { attune_el_set_raw(handle, on ? 1 : 0) }

  /// Takes the size of the screen in again.
  func noteSize() {
    el_resize(handle)
    rows = 0
  }

  /// Draws prompt and line again from the column and row that the cursor is in.
  func drawAgain() { attune_el_refresh(handle) }

  /// Tells libedit that the screen has so many rows, because it writes outside its memory when a line is taller.
  func pretendRows(_ count: Int) {
    guard rows != count else { return }
    rows = count
    String(count).asWide { _ = attune_el_set_rows(handle, $0) }
  }

  /// Whether libedit's line has the length and the cursor of a text, which it has as long as both took the same keys in.
  func agrees(with text: EditedText) -> Bool {
    guard let line = el_wline(handle)?.pointee else { return false }
    return line.lastchar - line.buffer == text.scalars.count && line.cursor - line.buffer == text.cursor
  }

  private static func of(_ el: OpaquePointer?) -> Editline? {
    guard let el, let client = attune_el_client(el) else { return nil }
    return Unmanaged<Editline>.fromOpaque(client).takeUnretainedValue()
  }

  private func setPrompt(_ text: String) {
    let scalars = text.unicodeScalars
    prompt.deallocate()
    prompt = UnsafeMutablePointer<wchar_t>.allocate(capacity: scalars.count + 1)
    for (index, scalar) in scalars.enumerated() { (prompt + index).initialize(to: scalar.wide) }
    (prompt + scalars.count).initialize(to: 0)
  }

  private func read(into out: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    out?.pointee = nextCharacter().wide
    return 1
  }

  /// Changes as little of libedit's line as makes it equal to the text.
  private func showText() -> UInt8 {
    guard let line = el_wline(handle)?.pointee else { return UInt8(CC_ERROR) }
    let text = text()
    let old = UnsafeBufferPointer(start: line.buffer, count: line.lastchar - line.buffer)
    let place = line.cursor - line.buffer
    let new = text.scalars
    let shorter = min(old.count, new.count)
    var same = 0
    while same < shorter, old[same] == new[same].wide { same += 1 }
    var tail = 0
    while tail < shorter - same, old[old.count - 1 - tail] == new[new.count - 1 - tail].wide { tail += 1 }
    let removed = old.count - same - tail
    var cursor = place
    if removed > 0 {
      el_cursor(handle, Int32(old.count - tail - cursor))
      el_deletestr(handle, Int32(removed))
      cursor = same
    }
    if new.count - tail > same {
      el_cursor(handle, Int32(same - cursor))
      el_winsertstr(handle, new[same..<(new.count - tail)].map(\.wide) + [0])
      cursor = new.count - tail
    }
    el_cursor(handle, Int32(text.cursor - cursor))
    return UInt8(CC_REFRESH)
  }
}

extension Unicode.Scalar {
  fileprivate var wide: wchar_t { wchar_t(bitPattern: value) }
}

extension String {
  fileprivate func asWide(_ body: (UnsafePointer<wchar_t>?) -> Void) {
    (unicodeScalars.map(\.wide) + [0]).withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
