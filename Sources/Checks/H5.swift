import Documents

/// What is in force is signed by both, in this version.
enum H5: Check {
  static let id = "H5"

  static func findings(in document: Checked) -> [Finding] {
    guard document.tree["status"] == "active", !Agreement(document.tree).isSigned else { return [] }
    return [fix("signatures", "In force, and not signed by both in this version.")]
  }
}
