import Documents

extension DocumentShape {
  /// What a review of an agreement holds that no line of its template asks for (spec 5.11).
  static let agreementReview: [Place] =
    [
      ("agreementRef", .id), ("versionReviewed", .int(1...1000)), ("newVersion", .int(1...1000)),
      ("counts", .object), ("clauses", .list), ("clauses.*.ref", .text),
    ]
    + (AgreementReview.keys["counts"] ?? []).map { (Path(["counts", $0]), .int(0...10_000)) }
    + agreement.filter { ["signatures", "amendments"].contains($0.path.steps.first) }
}
