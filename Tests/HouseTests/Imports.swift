/// The modules that a source file imports, with the lines that they stand in.
func imports(in text: String) -> [(line: Int, module: String)] {
  let form =
    #/
    (?:^|;) \s* (?: @\w+ (?:\(\w+\))? \s+ )* (?: (?:public|package|internal|fileprivate|private) \s+ )?
    import \s+ (?: (?:struct|class|enum|func|protocol|typealias|var|let) \s+ )? (\w+)
    /#
  var found: [(line: Int, module: String)] = []
  for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    for match in line.matches(of: form) { found.append((number + 1, String(match.1))) }
  }
  return found
}

/// What comes with the toolchain: no arrow, but not for everybody.
let toolchainModules: Set<String> = [
  "Darwin", "Foundation", "FoundationEssentials", "Glibc", "Musl", "PackageDescription", "PackagePlugin",
  "Swift", "Synchronization", "Testing",
]

/// Every import of `text` that the manifest does not list for the target that `path` lies in.
func strayImports(in text: String, at path: String, _ manifest: Manifest) -> [String] {
  guard let target = manifest.targets.first(where: { path.hasPrefix($0.folder + "/") }) else {
    return ["\(path): belongs to no target of the manifest"]
  }
  let allowed = target.arrows.union([target.module]).union(toolchainModules)
  return imports(in: text).filter { !allowed.contains($0.module) }
    .map { "\(path):\($0.line): \(target.name) imports \($0.module), which the manifest does not list" }
}
