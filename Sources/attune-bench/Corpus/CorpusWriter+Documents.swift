import Documents

extension CorpusWriter {
  mutating func chain(on day: CivilDate) -> JSON.Members {
    let behaviorDay = day.adding(days: -chance.number(1...6))
    let emotions = ["shame", "fear", "anger", "sadness", "guilt", "disgust"]
    let skills = [
      "er.checkFacts", "dt.stop", "dt.paced", "er.copeAhead", "ie.dearMan", "mf.observe", "er.oppositeAction",
    ]
    let links: [JSON] = (1...chance.number(5...11)).map { number in
      let type = chance.one(of: ["thought", "emotion", "body", "event", "action", "urge"])
      var link: JSON.Members = ["id": .string("l\(number)"), "type": .string(type), "text": sentence()]
      if type == "emotion" {
        link["emotion"] = .string(chance.one(of: emotions))
        link["intensity"] = JSON(chance.number(6...19) * 5)
      }
      link["key"] = .bool(chance.percent(25))
      return .object(link)
    }
    let solutions: [JSON] = (1...chance.number(2...4)).map { number in
      [
        "id": .string("s\(number)"), "kind": "skill", "skill": .string(chance.one(of: skills)), "plan": sentence(),
        "ref": .string("l\(number)"), "chosen": .bool(number == 1),
      ]
    }
    let outcome = chance.one(of: ["kept", "partly", "notKept"])
    return [
      "form": "full", "scale": "0-100",
      "target": [
        "tier": .string(chance.one(of: ["qualityOfLife", "therapyInterfering"])),
        "tags": [.string(chance.one(of: ["alcohol", "bingeEating", "avoidance", "aggression", "lateness"]))],
        "outcome": "occurred", "behavior": sentence(), "startedAt": .string("\(behaviorDay)T19:40:00-05:00"),
        "place": .string(chance.one(of: CorpusWords.places)), "intensity": JSON(chance.number(4...19) * 5),
        "timesLast4Weeks": JSON(chance.number(0...8)),
      ],
      "vulnerabilities": .array(
        (1...3).map { number in
          [
            "id": .string("v\(number)"),
            "category": .string(
              chance.one(of: ["sleep", "eating", "substances", "conflict", "environment", "isolation"])),
            "description": sentence(),
          ]
        }),
      "promptingEvent": [
        "id": "p1", "description": sentence(), "external": true, "whyThatDay": sentence(),
        "tags": [.string(chance.one(of: ["criticism", "deadline", "argument", "beingAlone"]))],
      ],
      "links": .array(links),
      "consequences": .array(
        (1...3).map { number in
          [
            "id": .string("c\(number)"), "text": sentence(), "effect": number == 1 ? "increases" : "decreases",
            "mechanism": number == 1 ? .string(chance.one(of: ["relief", "escapeDemand", "control"])) : "none",
          ]
        }),
      "function": ["hypothesis": sentence(), "clientAgrees": "yes"], "solutions": .array(solutions),
      "commitments": [
        [
          "id": "k1", "text": sentence(), "by": .string("\(day.adding(days: 7))"), "outcome": .string(outcome),
          "outcomeOn": .string("\(day.adding(days: 7))"), "solutionRefs": ["s1"], "tried": true,
        ]
      ],
      "validation": [["id": "x1", "level": JSON(chance.number(2...6)), "text": sentence()]],
      "summary": ["story": sentence()],
    ]
  }

  mutating func missingLinks() -> JSON.Members {
    [
      "expected": ["behavior": sentence(), "agreedHow": "spoken"],
      "questions": [
        "q1": ["answer": "yes"], "q2": ["answer": "yes"],
        "q3": ["answer": "no", "gotInTheWay": sentence(), "plan": sentence()],
      ],
      "stoppedAt": "q3",
    ]
  }

  mutating func agreement(from day: CivilDate) -> JSON.Members {
    [
      "status": "active", "version": 1, "effective": .string("\(day)"), "reviewOn": .string("\(day.adding(days: 90))"),
      "clientAgreements": .array(
        (1...4).map { ["id": .string("ca\($0)"), "text": sentence(), "measure": sentence()] }),
      "therapistAgreements": .array(
        (1...4).map { ["id": .string("ta\($0)"), "text": sentence(), "measure": sentence()] }),
    ]
  }

  mutating func event(byTherapist: Bool) -> JSON.Members {
    [
      "who": byTherapist ? "therapist" : "client", "category": "late", "scheduledStart": "17:00",
      "actualStart": .string("17:\(chance.number(10...29))"), "statedReason": sentence(), "impact": sentence(),
    ]
  }

  mutating func conversation(on day: CivilDate) -> JSON.Members {
    [
      "about": "client", "observe": sentence(), "impact": ["onTherapy": sentence(), "onGoals": sentence()],
      "validation": [["id": "x1", "level": 4, "text": sentence()]], "clientResponse": sentence(),
      "agree": [
        "client": [["id": "k1", "text": sentence(), "by": .string("\(day.adding(days: 14))"), "outcome": "kept"]]
      ],
    ]
  }

  mutating func measure(on day: CivilDate, week: Int) -> JSON.Members {
    ["name": "PHQ-9", "total": JSON(max(2, 18 - week / 12 + chance.number(-2...2))), "on": .string("\(day)")]
  }

  mutating func reflection() -> JSON.Members {
    ["mode": "therapistOnly", "annoyance": ["present": "yes", "prompt": sentence()], "ownPart": sentence()]
  }
}
