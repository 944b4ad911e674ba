import CPlatform
import Documents
import Glibc

extension PosixDisk {
  package func entries(in folder: String) throws(StoreProblem) -> [DiskEntry]? {
    guard let descriptor = try self.folder(folder) else { return nil }
    let number = descriptor.number
    guard let stream = fdopendir(number) else { throw StoreProblem(errno: errno, path: named(folder)) }
    _ = descriptor.handOver()
    defer { closedir(stream) }
    var entries: [DiskEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw StoreProblem(errno: errno, path: named(folder)) }
        return entries
      }
      let name = String(cString: attune_entry_name(entry))
      if name == "." || name == ".." { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): entries.append(DiskEntry(name: name, kind: .file))
      case Int(DT_DIR): entries.append(DiskEntry(name: name, kind: .folder))
      case Int(DT_UNKNOWN):
        // Not every file system tells the kind with the name.
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        if let kind = try kind(of: path) { entries.append(DiskEntry(name: name, kind: kind)) }
      default: entries.append(DiskEntry(name: name, kind: .other))
      }
    }
  }
}
