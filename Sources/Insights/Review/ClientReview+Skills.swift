import Documents

// R11, R12, R21: what was planned, practiced, tried, and helped.
extension ClientReview {
  func chosen(in chain: JSON) -> [JSON] { (chain["solutions"]?.items ?? []).filter { $0["chosen"] == true } }

  /// R11: links that no plan is tied to, modules that no plan comes from, and a skill that most plans are.
  var skillGaps: JSON {
    guard !chains.isEmpty else { return .null }
    var key: Set<String> = []
    var covered: Set<String> = []
    for chain in chains {
      let refs = Set(chosen(in: chain).compactMap { $0["ref"]?.string })
      for link in chain["links"]?.items ?? [] where link["key"] == true {
        guard let name = name(of: link) else { continue }
        key.insert(name)
        if link["id"]?.string.map(refs.contains) ?? false { covered.insert(name) }
      }
    }
    let skills = chains.flatMap(chosen).compactMap { $0["skill"]?.string }
    let modules = Set(skills.compactMap { catalog.skill($0)?.module })
    let all = Set(catalog.skills.map(\.module))
    let dominant = ranked(skills).first.flatMap { skills.count >= 3 && 5 * $0.n > 3 * skills.count ? $0.what : nil }
    return [
      "uncoveredTypes": .array(key.subtracting(covered).sorted().map { .string($0) }),
      "unusedModules": .array(all.subtracting(modules).sorted().map { .string($0) }),
      "dominantSkill": dominant.map { .string($0) } ?? .null,
    ]
  }

  private struct Course {
    var planned = 0
    var rehearsed = 0
    var tried = 0
    var helped: [Double] = []
  }

  /// R12: a row a skill.
  var skillCourse: JSON {
    guard !chains.isEmpty else { return .null }
    var courses: [String: Course] = [:]
    for chain in chains {
      let plans = chain["solutions"]?.items ?? []
      for plan in chosen(in: chain) {
        guard let skill = plan["skill"]?.string else { continue }
        courses[skill, default: Course()].planned += 1
        if plan["rehearsed"] == true { courses[skill]?.rehearsed += 1 }
      }
      for promise in chain["commitments"]?.items ?? [] where promise["tried"] == true && isKnown(promise) {
        let refs = Set((promise["solutionRefs"]?.items ?? []).compactMap(\.string))
        let skills = plans.filter { $0["id"]?.string.map(refs.contains) ?? false }.compactMap { $0["skill"]?.string }
        for skill in Set(skills) { take(promise["helped"], as: skill, &courses) }
      }
      for link in chain["links"]?.items ?? [] {
        if let skill = link["tried"]?["skill"]?.string { take(link["tried"]?["helped"], as: skill, &courses) }
      }
    }
    return .array(
      courses.sorted { ($1.value.planned, $0.key) < ($0.value.planned, $1.key) }.map { skill, course in
        let mean = course.helped.isEmpty ? nil : course.helped.reduce(0, +) / Double(course.helped.count)
        return [
          "skill": .string(skill), "planned": JSON(course.planned), "rehearsed": JSON(course.rehearsed),
          "tried": JSON(course.tried), "helped": JSON(mean),
        ]
      })
  }

  /// Whether it had been told by the day.
  private func isKnown(_ promise: JSON) -> Bool {
    promise["outcomeOn"]?.string.flatMap { CivilDate($0) }.map { $0 <= day } ?? true
  }

  private func take(_ helped: JSON?, as skill: String, _ courses: inout [String: Course]) {
    courses[skill, default: Course()].tried += 1
    if let number = helped?.number { courses[skill]?.helped.append(number) }
  }

  /// R21: what was made sense of, beside what was planned and what was asked of somebody.
  var balance: JSON {
    let written = recent(.chain, .missingLinks, .accountability)
    func entries(_ lists: [Path]) -> Int {
      written.reduce(0) { sum, document in sum + lists.reduce(0) { $0 + (document[$1]?.items.count ?? 0) } }
    }
    return [
      "validation": JSON(entries(["validation", "validate"])), "solutions": JSON(entries(["solutions"])),
      "accountability": JSON(entries(Promise.Sort.allCases.flatMap(\.lists))),
    ]
  }
}
