import FoundationEssentials
import Glibc

/// The size of a file in bytes.
func size(of path: String) throws(BenchProblem) -> Int {
  var facts = stat()
  guard stat(path, &facts) == 0 else { throw .call("stat \(path)", errno: errno) }
  return Int(facts.st_size)
}

/// The names in a folder.
func files(in folder: String) -> [String] {
  do { return try FileManager.default.contentsOfDirectory(atPath: folder) } catch { return [] }
}

/// Whatever of a text file there is.
func text(of path: String) -> String {
  guard let file = fopen(path, "r") else { return "" }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return String(decoding: bytes, as: UTF8.self) }
    bytes += buffer[..<count]
  }
}

/// Whether a program is put together by the loader when it starts: its file has a segment that names one (ELF, PT_INTERP).
func asksForLoader(_ path: String) -> Bool {
  guard let file = fopen(path, "r") else { return true }
  defer { fclose(file) }
  var header = Elf64_Ehdr()
  guard fread(&header, MemoryLayout.size(ofValue: header), 1, file) == 1 else { return true }
  for index in 0..<Int(header.e_phnum) {
    var segment = Elf64_Phdr()
    fseek(file, Int(header.e_phoff) + index * Int(header.e_phentsize), SEEK_SET)
    guard fread(&segment, MemoryLayout.size(ofValue: segment), 1, file) == 1 else { return true }
    if segment.p_type == 3 { return true }
  }
  return false
}
