/// The targets of a `Package.swift` and the arrows between them, read from its text: `swift package describe` would wait
/// for the build that runs this test.
struct Manifest {
  struct Target: Hashable {
    let name: String
    /// The folder of its sources, from the top folder.
    let folder: String
    /// The modules that it may import.
    let arrows: Set<String>

    /// Its name as an `import` says it.
    var module: String { moduleName(name) }
  }

  let targets: [Target]

  /// Reads the package's own literal; what is no plain literal is refused, never guessed at.
  init(_ text: String) throws(ManifestProblem) {
    var reader = ManifestReader(text)
    let products = try reader.products()
    let package = try reader.package()
    guard case .list(let listed)? = package.first(where: { $0.label == "targets" })?.value else {
      throw .unexpected("no list of targets")
    }
    var targets: [Target] = []
    for value in listed {
      guard case .call(let kind, let arguments) = value, case .string(let name)? = arguments.value("name") else {
        throw .unexpected("a target without a name")
      }
      var folder = "\(kind == "testTarget" ? "Tests" : kind == "plugin" ? "Plugins" : "Sources")/\(name)"
      if case .string(let path)? = arguments.value("path") { folder = path }
      var arrows: Set<String> = []
      if let dependencies = arguments.value("dependencies") {
        guard case .list(let listed) = dependencies else { throw .unexpected("the dependencies of \(name)") }
        for dependency in listed { arrows.insert(try Manifest.module(dependency, products)) }
      }
      targets.append(Target(name: name, folder: folder, arrows: arrows))
    }
    self.targets = targets
  }

  private static func module(
    _ value: LiteralValue, _ products: [String: LiteralValue]
  ) throws(ManifestProblem) -> String {
    switch value {
    case .string(let name): return moduleName(name)
    case .call("product", let arguments), .call("target", let arguments):
      if case .string(let name)? = arguments.value("name") { return moduleName(name) }
    case .name(let name):
      if let product = products[name] { return try module(product, [:]) }
    case .list, .call: break
    }
    throw .unexpected("the dependency \(value)")
  }
}

enum ManifestProblem: Error, Hashable { case unexpected(String) }

private func moduleName(_ name: String) -> String { String(name.map { $0 == "-" ? "_" : $0 }) }
