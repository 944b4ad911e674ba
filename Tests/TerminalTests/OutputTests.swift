import Console
import Terminal
import Testing

@Suite struct ColoredOutput {
  @Test(
    arguments: [
      (ColorChoice.auto, true, nil, "xterm", true), (.auto, false, nil, "xterm", false),
      (.auto, true, "1", "xterm", false),
      (.auto, true, "", "xterm", true), (.auto, true, nil, "dumb", false), (.auto, true, nil, nil, false),
      (.always, false, "1", "dumb", true), (.never, true, nil, "xterm", false),
    ] as [(ColorChoice, Bool, String?, String?, Bool)])
  func colorIsUsedWhereItIsWanted(choice: ColorChoice, isTerminal: Bool, noColor: String?, term: String?, isOn: Bool) {
    #expect(colorIsOn(choice: choice, isTerminal: isTerminal, noColor: noColor, term: term) == isOn)
  }

  @Test func everyWeightHasItsColorAndTheTextIsHarmless() {
    let line = StyledLine("a") + StyledLine("b\u{1B}", .strong) + StyledLine("c", .dim) + StyledLine("d", .accent)
    #expect(styled(line, hasColor: true) == "a\u{1B}[1mb\u{FFFD}\u{1B}[0m\u{1B}[2mc\u{1B}[0m\u{1B}[36md\u{1B}[0m")
    #expect(styled(line, hasColor: false) == "ab\u{FFFD}cd")
  }
}
