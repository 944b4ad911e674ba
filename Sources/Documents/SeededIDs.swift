/// Ids that repeat for the same seed, for demonstrations and tests: the generator SplitMix64.
package final class SeededIDs: IDs {
  private static let characters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package func next() -> String {
    String((0..<4).map { _ in SeededIDs.characters[Int(word() % UInt64(SeededIDs.characters.count))] })
  }

  private func word() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
