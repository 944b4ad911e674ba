import Glibc

/// The keys of a terminal and the signals, waited for together.
final class Keyboard {
  enum Event: Hashable {
    case key(Key)
    case signal(SignalWatch.Event)
    /// The time asked for is over.
    case timeout
    /// The terminal is gone.
    case closed
  }

  private static let shortPatience = 50
  private static let longPatience = 1000

  private let signals: SignalWatch
  private var decoder = KeyDecoder()
  private var keys: [Key] = []
  /// When something was read last, in milliseconds.
  private var lastByte = 0
  /// What ends the reading once the keys are taken that came before it.
  private var ending: Event?

  init(signals: SignalWatch) { self.signals = signals }

  /// The next thing that happens, by a time in milliseconds at the latest; nil is for ever.
  func next(by deadline: Int?) -> Event {
    while true {
      if let signal = signals.nextPostponed() { return .signal(signal) }
      if !keys.isEmpty { return .key(keys.removeFirst()) }
      if let ending { return lastKey() ?? ending }
      let now = millisecondsNow()
      if let deadline, now >= deadline { return .timeout }
      let expiry = patience.map { lastByte + $0 }
      let limit = earlier(deadline, expiry).map { max(0, $0 - now) } ?? -1
      let ready = wait(for: STDIN_FILENO, signals.descriptor, milliseconds: limit)
      if ready.1 != 0, let signal = signals.next() {
        // What was typed before is part of the line that is kept.
        guard signal == .end else { return .signal(signal) }
        ending = .signal(.end)
      } else if ready.0 & POLLIN != 0 {
        if !readKey() { ending = .closed }
      } else if ready.0 != 0 {
        ending = .closed
      } else if let expiry, millisecondsNow() >= expiry {
        decoder.expire(into: &keys)
      }
    }
  }

  /// Throws away what was pressed and not yet taken.
  func discard() {
    keys = []
    while bytesWaiting(on: STDIN_FILENO) > 0, case .byte = readByte(from: STDIN_FILENO) {}
    decoder = KeyDecoder()
  }

  private var patience: Int? {
    switch decoder.patience {
    case .nothingIsOpen: nil
    case .short: Self.shortPatience
    case .long: Self.longPatience
    }
  }

  /// The next of the keys that came before the end, the last of them perhaps cut short.
  private func lastKey() -> Event? {
    while keys.isEmpty, bytesWaiting(on: STDIN_FILENO) > 0, readKey() {}
    if keys.isEmpty { decoder.expire(into: &keys) }
    return keys.isEmpty ? nil : .key(keys.removeFirst())
  }

  /// Takes in what has come until a key is complete. False at the end of the input.
  private func readKey() -> Bool {
    var waiting = 1
    defer { lastByte = millisecondsNow() }
    while waiting > 0 {
      guard case .byte(let byte) = readByte(from: STDIN_FILENO) else { return false }
      decoder.take(byte, into: &keys)
      if decoder.patience == .nothingIsOpen { return true }
      waiting = waiting > 1 ? waiting - 1 : bytesWaiting(on: STDIN_FILENO)
    }
    return true
  }
}
