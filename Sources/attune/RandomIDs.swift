import Documents

/// Four random characters, from the machine's own chance.
final class RandomIDs: IDs {
  private static let characters = Array("abcdefghijklmnopqrstuvwxyz0123456789")

  func next() -> String { String((0..<4).compactMap { _ in RandomIDs.characters.randomElement() }) }
}
