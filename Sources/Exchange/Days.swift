import Documents

/// How instants and spans are said on a page: the day of the week, the date, the time of day.
enum Days {
  static func day(_ date: CivilDate) -> String { "\(date.weekday.name) \(date)" }

  /// The moment at `key` in `group`: with its time, or its part of the day, or as it was typed when it is none.
  static func moment(_ group: Answer, _ key: String) -> String? {
    let text = group[key].value?.string ?? ""
    if let moment = Moment(text) { return "\(day(moment.date)), \(moment.time)" }
    guard let date = CivilDate(text) else { return group[key].said }
    return [day(date), group["\(key)Part"].words].compactMap { $0 }.joined(separator: ", ")
  }

  /// From the start to the end, the day said once where both are on it.
  static func span(_ group: Answer, from startKey: String, to endKey: String) -> String? {
    guard let start = moment(group, startKey), let end = moment(group, endKey) else { return moment(group, startKey) }
    if let first = Moment(group[startKey].value?.string ?? ""), let last = Moment(group[endKey].value?.string ?? ""),
      first.date == last.date
    {
      return "\(start) to \(last.time)"
    }
    return "\(start), to \(end)"
  }
}
