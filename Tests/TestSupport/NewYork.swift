import Documents

/// New York's clock in 2026: summer time from 8 March to 1 November.
package struct NewYork: Zone {
  package let name = "America/New_York"

  package init() {}

  package func offset(at time: TimeOfDay, on date: CivilDate) -> Int {
    let hours = (date.month, date.day, time.hour)
    return hours >= (3, 8, 2) && hours < (11, 1, 2) ? -4 * 3600 : -5 * 3600
  }
}
