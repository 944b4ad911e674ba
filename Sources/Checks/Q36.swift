import Documents

/// A reflection has a private class: it cannot leave with the client's file.
enum Q36: Check {
  static let id = "Q36"

  static func findings(in document: Checked) -> [Finding] {
    if Reflection.privateClasses.contains(document.tree["recordClass"]?.string ?? "") { return [] }
    return [stop("recordClass", "This is a private reflection. It cannot leave with the client file.")]
  }
}
