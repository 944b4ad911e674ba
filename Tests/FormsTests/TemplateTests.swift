import Documents
import Forms
import Testing

@Suite struct Templates {
  @Test(arguments: BuiltIn.templateNames)
  func `A built-in template reads`(name: String) throws {
    let tree = try #require(BuiltIn.tree(name))
    _ = try Template(tree)
  }
}
