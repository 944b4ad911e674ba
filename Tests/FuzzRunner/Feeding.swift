import Fuzzing
import Glibc

/// The target that the first word on the command line names.
enum Feeding {
  static let target: FuzzTarget = {
    if let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init) { return target }
    complain("error: A target is wanted: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")).")
    exit(64)
  }()

  /// Ends by a signal, as libFuzzer wants it, which then keeps the bytes.
  static func feed(_ bytes: [UInt8]) {
    guard let finding = target.finding(in: bytes) else { return }
    complain("Found: \(finding)")
    abort()
  }

  private static func complain(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
