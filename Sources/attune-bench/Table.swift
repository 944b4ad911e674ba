import Glibc

/// Comparisons as rows under their headings.
package struct Table {
  private let rows: [[String]]

  package init(_ comparisons: [Comparison]) {
    let heading = ["", "median", "least–most", "beside it", "median", "least–most", "ratio", "budget", ""]
    rows = [heading] + comparisons.map(Table.cells)
  }

  package var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    // Words to the left, figures to the right.
    let isWords = [true, false, false, true, false, false, false, false, true]
    return rows.map { row in
      let cells = row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].count)
        return isWords[column] ? row[column] + blanks : blanks + row[column]
      }
      let line = "  " + cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  private static func cells(_ comparison: Comparison) -> [String] {
    let unit = comparison.unit
    let budget =
      switch comparison.budget {
      case nil: ""
      case .ratio(let most): "≤ \(fixed(most, 2))"
      case .amount(let most): "≤ \(figure(most, unit))"
      }
    return [comparison.what] + figures(comparison.own, unit) + [comparison.peer?.name ?? ""]
      + (comparison.peer.map { figures($0.sample, unit) } ?? ["", ""])
      + [comparison.ratio.map { fixed($0, 2) } ?? "", budget, comparison.verdict?.rawValue ?? ""]
  }

  private static func figures(_ sample: Sample, _ unit: Comparison.Unit) -> [String] {
    let least = figure(sample.least, unit, named: false)
    return [figure(sample.median, unit), sample.values.count > 1 ? "\(least)–\(figure(sample.most, unit))" : ""]
  }

  private static func figure(_ value: Double, _ unit: Comparison.Unit, named: Bool = true) -> String {
    switch unit {
    case .milliseconds: fixed(value, 2) + (named ? " ms" : "")
    case .microseconds: fixed(value, 0) + (named ? " µs" : "")
    case .megabytes: fixed(value, 1) + (named ? " MB" : "")
    case .perSecond: fixed(value, 0) + (named ? " a second" : "")
    }
  }
}

/// A number with so many places behind the point.
package func fixed(_ value: Double, _ places: Int) -> String {
  let scale = pow(10, Double(places))
  let whole = Int((abs(value) * scale).rounded())
  let digits = String(whole)
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  let sign = value < 0 && whole != 0 ? "-" : ""
  return places == 0 ? sign + padded : "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
}
