import CPlatform
import Glibc

/// Signals that are read like input, instead of running code in the middle of something else.
///
/// They are blocked from the first use on, and stay so: a Control-C that comes between two lines is answered by the next.
/// Whoever starts another program has to give it an empty signal mask.
final class SignalWatch {
  enum Event: Hashable { case interrupt, end, resize, stop, goOn, ignored }

  let descriptor: Int32
  private var postponed: [Event] = []

  /// Nil if the system has no more descriptors to give.
  init?(_ signals: [Int32]) {
    descriptor = attune_watch_signals(signals, signals.count)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// What came in while the program was stopped.
  func nextPostponed() -> Event? { postponed.isEmpty ? nil : postponed.removeFirst() }

  /// Stops the program as Control-Z does and returns when it is woken. Other signals that came meanwhile still come.
  func stopUntilWoken() {
    attune_stop_group()
    while let event = next() { if event != .goOn { postponed.append(event) } }
  }

  /// Passes over what came in for another program that had the terminal; being asked to end still comes.
  func forgetAllButEnd() {
    while let event = next() { if event == .end { postponed.append(event) } }
  }

  /// What came in since it was asked last, nil when that was all.
  func next() -> Event? {
    switch attune_next_signal(descriptor) {
    case 0: nil
    case SIGINT: .interrupt
    case SIGTERM, SIGHUP: .end
    case SIGWINCH: .resize
    case SIGTSTP: .stop
    case SIGCONT: .goOn
    default: .ignored
    }
  }
}
