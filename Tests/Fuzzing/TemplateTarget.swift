import Documents
import Forms
import Interviews
import Sessions

/// A file is a template that an interview can be asked with, or is told what is wrong with it, each in its line.
func holdTemplate(_ bytes: [UInt8]) throws(Finding) {
  let report = TemplateReport(reading: bytes)
  // A line feed more, because YAML puts one at an end that has none.
  let lines = bytes.count { $0 == 0x0A || $0 == 0x0D || $0 >= 0x80 } + 2
  for finding in report.findings {
    try hold(finding.spot != nil || finding.problem.place.isEmpty, "\(finding.problem) has no line")
    guard let spot = finding.spot else { continue }
    try hold((1...lines).contains(spot.line) && spot.column >= 1, "\(finding.problem) stands at \(spot)")
  }
  guard let (template, tree) = report.template else {
    try hold(!report.findings.isEmpty, "neither a template nor a problem")
    try hold(report.findings.count <= 300, "\(report.findings.count) problems are told")
    let words = Wording.text(VerbFailure.badTemplateFile("own.yaml", report.findings, isLint: true))
    try hold(!words.isEmpty, "nothing is said")
    return
  }
  try hold(report.findings.isEmpty, "a template with problems")
  try holdRereads(tree)
  var talk = Talk(template, [:])
  for line in ["words", "", "18:10 F shame 85", "/undo", "/skip"] { talk.say(line) }
  try talk.holdFolds()
}
