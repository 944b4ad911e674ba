import Storage

/// A practice that is ready for use and lies in memory only.
package func memoryPractice() throws -> PracticeFolder {
  let practice = PracticeFolder(on: MemoryDisk())
  _ = try practice.prepare()
  return practice
}
