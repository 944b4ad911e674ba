/// One thing that is measured, in a file of its own.
protocol Measurement {
  /// What is measured, from when to when.
  var title: String { get }

  func run() throws(BenchProblem) -> [Comparison]
}

/// What kept something from being measured.
enum BenchProblem: Error, Hashable, CustomStringConvertible {
  case notInstalled(String)
  case notBuilt(path: String)
  /// A program at a terminal did not do what was expected of it.
  case program(String, instead: String)
  case call(String, errno: Int32)

  var description: String {
    switch self {
    case .notInstalled(let name): "‘\(name)’ is not installed.\nhint: .make/needs bench"
    case .notBuilt(let path): "There is no program at ‘\(path)’.\nhint: make bench builds it."
    case .program(let name, let instead): "\(name) did not answer as it should. It said: \(instead)"
    case .call(let name, let code): "\(name) failed with errno \(code)."
    }
  }
}
