import Documents
import Forms

/// When and how an event was raised, read as the question of its form reads it.
package struct RaisedReader {
  private let ask: Ask
  private let template: Template
  private let now: Moment
  private let zone: any Zone

  /// Nothing where the built-in form is not there.
  package init?(now: Moment, zone: any Zone) {
    guard let template = BuiltIn.template(of: .tibEvent), let ask = template.question("raised")?.first else {
      return nil
    }
    self.template = template
    self.ask = ask
    self.now = now
    self.zone = zone
  }

  /// `addressedOn` and `addressedHow`.
  package func read(_ line: String) throws(AnswerProblem) -> Reading {
    let context = ReadingContext(
      template: template, catalog: BuiltIn.catalog(), tree: [:], base: .root, now: now, zone: zone, before: nil)
    let reading = try LineReader(context: context).read(line, ask)
    let told = reading.applied(to: [:])
    guard told["addressedHow"] != nil else {
      throw .isNotAChoice(
        said: line.trimmed, of: template.options["addressedHow"]?.all.map(\.says) ?? [], didYouMean: nil)
    }
    return reading
  }
}
