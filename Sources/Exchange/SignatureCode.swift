/// The first 80 bits of a fingerprint as they stand on the client's copy: 16 letters of base32 (RFC 4648) in eight groups
/// of two, `AB CD EF …`; nothing for what is no fingerprint.
package func signatureCode(of fingerprint: String) -> String? {
  let digits = fingerprint.prefix(20).compactMap(\.hexDigitValue)
  guard digits.count == 20 else { return nil }
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
  let bits = digits.flatMap { digit in (0..<4).map { digit >> (3 - $0) & 1 } }
  let letters = stride(from: 0, to: 80, by: 5).map { start in
    alphabet[bits[start..<start + 5].reduce(0) { $0 * 2 + $1 }]
  }
  return stride(from: 0, to: 16, by: 2).map { String(letters[$0...$0 + 1]) }.joined(separator: " ")
}

/// Whether a code that somebody typed is that of a fingerprint, whatever its case and blanks.
package func isSignatureCode(_ typed: String, of fingerprint: String) -> Bool {
  func bare(_ text: String) -> String { text.uppercased().filter { !$0.isWhitespace && $0 != "-" } }
  return signatureCode(of: fingerprint).map { bare($0) == bare(typed) } ?? false
}
