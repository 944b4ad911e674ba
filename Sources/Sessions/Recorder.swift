import Console
import Documents
import Forms
import Interviews

/// Listens to a session: hands on what is said and typed, and keeps it as entries of a transcript.
///
/// It stands between a session and the screen and keyboard, so that nothing said is left out. What it has heard waits
/// here until the journal takes it along with the next answer.
final class Recorder {
  let lines: any LineReading
  let output: any Output
  private let clock: any Clock
  private let isPlace: (String) -> Bool

  /// What was heard and is not in the journal yet.
  private(set) var waiting: [TranscriptEntry] = []
  /// The question that is asked, and whose words it is asked in.
  var asking: (prompt: String, voice: Voice)?
  /// Whether of what is typed only that there was something is kept.
  var masksWords = false
  private var pauses = 0
  /// Whether what is said is kept again from the next line on.
  private var waitsForLine = false

  init(_ world: World, isPlace: @escaping (String) -> Bool) {
    lines = world.lines
    output = world.output
    clock = world.clock
    self.isPlace = isPlace
  }

  /// Hands over what was heard since the last time.
  func take() -> [TranscriptEntry] {
    defer { waiting = [] }
    return waiting
  }

  func note(_ what: TranscriptEntry.What, at moment: Moment? = nil) {
    waiting.append(TranscriptEntry(what, at: moment ?? clock.now()))
  }

  /// The line that was typed last was answered with a state.
  func note(state: String) {
    if let index = lastTyped { waiting[index].state = state }
  }

  /// The line that was typed last was another's answer, this once.
  func note(voice: Voice) {
    if let index = lastTyped { waiting[index].voice = voice }
  }

  private var lastTyped: Int? {
    waiting.lastIndex { if case .typed = $0.what { true } else { false } }
  }

  /// Nothing is kept of what is said and typed until `goOn`.
  func pause() { pauses += 1 }
  func goOn() { pauses -= 1 }
  /// The same, with the question that is said again after an interruption left out.
  func goOnWithNextLine() {
    goOn()
    waitsForLine = pauses == 0
  }

  func note(typed text: String) { hear(typed: text) }

  private func hear(line: String) {
    guard pauses == 0, !waitsForLine else { return }
    if case .said(let lines) = waiting.last?.what {
      waiting[waiting.count - 1].what = .said(lines + [line])
    } else {
      note(.said([line]))
    }
  }

  private func hear(_ event: LineEvent) {
    guard pauses == 0 else { return }
    switch event {
    case .line(let text): hear(typed: text)
    case .pasted(let text): hear(typed: text.hasPrefix("/") ? "/" + text : text)
    case .interrupt(let text):
      if let half = kept(text), !half.isEmpty { note(.half(half)) }
      note(.interrupt)
    case .endOfInput: note(.endOfInput)
    case .hangUp(let text):
      if let half = kept(text), !half.isEmpty { note(.half(half)) }
      note(.hungUp)
      // What is said from now on nobody reads.
      pause()
    }
  }

  private func hear(typed text: String) {
    guard let kept = kept(text) else { return }
    waiting.append(TranscriptEntry(.typed(kept), at: clock.now(), prompt: asking?.prompt, voice: asking?.voice))
  }

  private func kept(_ text: String) -> String? {
    masksWords && !text.isEmpty ? "…" : CommandLine.inTranscript(text, isPlace: isPlace)
  }
}

extension Recorder: LineReading {
  var isInteractive: Bool { lines.isInteractive }

  func readLine(_ request: LineRequest) -> LineEvent {
    let event = lines.readLine(request)
    if pauses == 0 { waitsForLine = false }
    hear(event)
    return event
  }

  func waitForKey(seconds: Int, tick: (Int) -> Void) { lines.waitForKey(seconds: seconds, tick: tick) }
}

extension Recorder: Output {
  var width: Int { output.width }
  var height: Int { output.height }
  var isPlain: Bool { output.isPlain }

  func say(_ line: StyledLine) {
    hear(line: line.text)
    output.say(line)
  }

  func complain(_ text: String) { output.complain(text) }
  func put(_ text: String) { output.put(text) }
  func clearScreen() { output.clearScreen() }
}
