extension Agreement {
  /// The version in force on a day: the latest that is effective by then and that both signed, whether it is still the
  /// last or was superseded since. One that waits for names is not in force, however complete it is.
  package static func inForce(on day: CivilDate, among documents: [JSON]) -> Agreement? {
    documents.filter { $0["kind"] == "agreement" && ["active", "superseded"].contains($0["status"]?.string) }
      .map { Agreement($0) }.filter { $0.effective.map { $0 <= day } ?? false }
      .max { ($0.effective?.dayNumber ?? 0, $0.version ?? 0) < ($1.effective?.dayNumber ?? 0, $1.version ?? 0) }
  }
}
