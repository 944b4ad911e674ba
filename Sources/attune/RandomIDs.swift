import Documents

/// Four random characters; the same ones again for the same seed.
final class RandomIDs: IDs {
  private static let characters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
  private var state: UInt64?

  init(seed: UInt64?) { state = seed }

  func next() -> String {
    String((0..<4).map { _ in RandomIDs.characters[Int(word() % UInt64(RandomIDs.characters.count))] })
  }

  /// SplitMix64 from the seed, else the machine's own chance.
  private func word() -> UInt64 {
    guard var seed = state else { return UInt64.random(in: .min ... .max) }
    seed &+= 0x9E37_79B9_7F4A_7C15
    state = seed
    var mixed = seed
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
