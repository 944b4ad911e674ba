/// A call of the disk that fails, and whether those after it do.
package struct Fault {
  let call: Int
  let errno: Int32
  let isForGood: Bool

  func strikes(call number: Int) -> Int32? {
    number == call || (isForGood && number > call) ? errno : nil
  }
}

extension MemoryDisk {
  /// Lets the `count`th call from now fail, and all that follow when it is for good.
  package func fail(afterCalls count: Int, errno: Int32, forGood: Bool) {
    fault = Fault(call: calls.count + count, errno: errno, isForGood: forGood)
  }

  /// Whether the failure that was set has come.
  package var hasFailed: Bool { fault.map { $0.call <= calls.count } ?? false }

  package func mend() { fault = nil }
}
