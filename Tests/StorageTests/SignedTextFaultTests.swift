import Documents
import Glibc
import Storage
import TestSupport
import Testing

/// A document that says it was signed never stands without the text that was.
@Suite struct SignedTextFaults {
  @Test(arguments: 0..<8) func `Whatever the disk does, a signed document has its text`(block: Int) throws {
    let id = try #require(DocumentID("agr-20260107-k3f9"))
    let draft: JSON = [
      "id": .string(id.text), "kind": "agreement", "clientRef": "SYN-CEDAR", "signatures": [],
    ]
    let signed = draft.applying([.set("signatures", [["role": "client"], ["role": "therapist"]])])
    var seen: Set<Bool> = []
    for calls in 1...40 {
      let disk = MemoryDisk()
      var chance = Chance(seed: UInt64(block * 100 + calls))
      let practice = PracticeFolder(on: disk)
      _ = try practice.prepare()
      try practice.save(draft, markdown: "draft")
      disk.fail(afterCalls: calls, errno: EIO, forGood: true)
      do throws(StoreProblem) { try practice.save(signed, markdown: "signed", signedText: "A. One: 1\n") } catch {}
      disk.mend()
      disk.crash(&chance)
      let after = PracticeFolder(on: disk)
      let document = try #require(try after.load(id, includingPrivate: false))
      let isSigned = document == signed
      #expect(isSigned || document == draft)
      if isSigned { #expect(try after.signedText(of: id) == Array("A. One: 1\n".utf8), "\(calls)") }
      seen.insert(isSigned)
    }
    #expect(seen == [true, false])
  }
}
