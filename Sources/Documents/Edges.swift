/// What time it is where the two people sit.
package protocol Clock {
  func now() -> Moment
}

/// What a civil time is offset from UTC here, summer time included.
package protocol Zone {
  /// Its name, as `TZ` has it: `America/New_York`.
  var name: String { get }

  /// Seconds east of UTC at `time` on `date`. In the hour that a clock change skips or repeats, the offset before it.
  func offset(at time: TimeOfDay, on date: CivilDate) -> Int
}

extension Zone {
  package func moment(_ date: CivilDate, _ time: TimeOfDay) -> Moment {
    Moment(date: date, time: time, offset: offset(at: time, on: date))
  }
}

/// The chance parts of ids.
package protocol IDs {
  /// Four characters of `a-z0-9`, another every time.
  func next() -> String
}
