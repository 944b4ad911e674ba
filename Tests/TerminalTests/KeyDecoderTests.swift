import Terminal
import Testing

@Suite struct DecodedKeys {
  struct Case: Sendable, CustomTestStringConvertible {
    var bytes: [UInt8]
    var keys: [Key]
    var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }

    init(_ text: String, _ keys: [Key]) { (bytes, self.keys) = (Array(text.utf8), keys) }
    init(bytes: [UInt8], _ keys: [Key]) { (self.bytes, self.keys) = (bytes, keys) }
  }

  static let known: [Case] = [
    Case("a", [.typed("a")]),
    Case("é日😀", [.typed("é"), .typed("日"), .typed("😀")]),
    Case("\r", [.enter]), Case("\n", [.enter]), Case("\t", [.complete]), Case("\u{7F}", [.eraseLeft]),
    Case("\u{01}\u{02}\u{05}\u{06}", [.first, .left, .last, .right]),
    Case("\u{03}\u{04}\u{1A}", [.interrupt, .endOfInput, .suspend]),
    Case("\u{0B}\u{15}\u{17}\u{19}", [.eraseToEnd, .eraseToStart, .eraseWordLeft, .yank]),
    Case("\u{0E}\u{10}\u{1F}\u{0C}", [.laterLine, .earlierLine, .undo, .clearScreen]),
    Case("\u{1B}\r\u{1B}\n", [.newLine, .newLine]),
    Case("\u{1B}[13;2u\u{1B}[27;2;13~", [.newLine, .newLine]),
    Case("\u{1B}[13u", [.enter]),
    Case("\u{1B}b\u{1B}f\u{1B}d\u{1B}\u{7F}", [.wordLeft, .wordRight, .eraseWordRight, .eraseWordLeft]),
    Case("\u{1B}_", [.redo]),
    Case("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
    Case("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", [.up, .down, .right, .left]),
    Case("\u{1B}[1;5C\u{1B}[1;5D\u{1B}[1;3C\u{1B}[1;3D", [.wordRight, .wordLeft, .wordRight, .wordLeft]),
    Case("\u{1B}Oc\u{1B}Od", [.wordRight, .wordLeft]),
    Case("\u{1B}[1;2C", [.right]),
    Case("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF", [.home, .end, .home, .end]),
    Case("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end]),
    Case("\u{1B}[3~\u{1B}[3;5~", [.eraseRight, .eraseWordRight]),
    Case("\u{1B}[200~one\rtwo\u{1B}[201~x", [.pasted("one\rtwo"), .typed("x")]),
    Case("\u{1B}[200~\u{1B}[201~x", [.typed("x")]),
    Case("\u{1B}[200~\u{03}é\u{1B}[A\u{1B}[201~", [.pasted("\u{03}é\u{1B}[A")]),
  ]

  @Test(arguments: known) func bytesBecomeKeys(_ known: Case) { #expect(decoded(known.bytes) == known.keys) }

  @Test(arguments: [
    "\u{1B}[15~", "\u{1B}[[A", "\u{1B}OP", "\u{1B}[5~", "\u{1B}[2~", "\u{1B}[I", "\u{1B}[O", "\u{1B}[24;80R",
    "\u{1B}[<0;12;3M", "\u{1B}[M !!", "\u{1B}[?1;2c", "\u{1B}]11;rgb:0/0/0\u{07}", "\u{1B}]11;rgb:0/0/0\u{1B}\\",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[97;5u", "\u{1B}[1;99Z", "\u{1B}z", "\u{1B}[99999999999~", "\u{1B}[;;;~", "\u{13}",
    "\u{0}", "\u{16}", "\u{80}", "\u{9B}", "\u{1B}[201~", "\u{1B}[!p", "\u{1B}x",
  ])
  func whatIsNotKnownIsSwallowedWhole(bytes: String) {
    #expect(decoded(Array((bytes + "x").utf8)) == [.typed("x")])
  }

  @Test(
    arguments: [
      ([0xFF], "\u{FFFD}"), ([0xC3, 0x41], "\u{FFFD}A"), ([0xE2, 0x82, 0x41], "\u{FFFD}A"),
      ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xC3, 0xC3, 0xA9], "\u{FFFD}é"), ([0xC3], "\u{FFFD}"),
    ] as [([UInt8], String)])
  func bytesThatAreNoTextBecomeReplacements(bytes: [UInt8], text: String) {
    #expect(decoded(bytes) == text.unicodeScalars.map(Key.typed))
  }

  @Test func aKeyMayComeInPieces() {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in Array("\u{1B}[1;5".utf8) {
      decoder.take(byte, into: &keys)
      #expect(decoder.patience == .short)
    }
    #expect(keys.isEmpty)
    decoder.take(UInt8(ascii: "D"), into: &keys)
    #expect(keys == [.wordLeft])
    #expect(decoder.patience == .nothingIsOpen)
  }

  @Test(arguments: ["\u{1B}", "\u{1B}[", "\u{1B}[1;", "\u{1B}O", "\u{1B}]0;", "\u{1B}[M!"])
  func anEscapeWhoseRestDoesNotComeIsForgotten(bytes: String) {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in bytes.utf8 { decoder.take(byte, into: &keys) }
    decoder.expire(into: &keys)
    decoder.take(UInt8(ascii: "x"), into: &keys)
    #expect(keys == [.typed("x")])
  }

  @Test func aPasteWhoseEndDoesNotComeIsStillAPaste() {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in "\u{1B}[200~cut off".utf8 { decoder.take(byte, into: &keys) }
    #expect(decoder.patience == .long)
    decoder.expire(into: &keys)
    #expect(keys == [.pasted("cut off")])
  }

  private func decoded(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in bytes { decoder.take(byte, into: &keys) }
    decoder.expire(into: &keys)
    return keys
  }
}
