#!/usr/bin/env python3
"""Judges the JSON Schema that attune prints by other people's validators: jsonschema, jsonschema-rs, check-jsonschema.

    schema.py   asks .build/debug/attune, else .build/release/attune, for the schema of each kind

Each must be a valid schema of 2020-12 that is not recursive, accept the fixtures of its kind, and refuse each of their
spoiled copies below, one change apiece. All three must agree. Exit 1 when one does not.
"""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
import jsonschema_rs

TESTS = pathlib.Path(__file__).resolve().parent.parent
CHAINS = ["case0-maple-chain", "case1-maple-chain", "case2-cedar-chain-lateness"]
GONE = object()

# Allowed: what is absent, unknown or said in another way that the documents have.
GOOD = [
    ("target.intensity", None), ("links", None), ("links.0", None), ("commitments.0.outcome", None), ("x-later", {"a": [1]}),
    ("target.startedAt", "2026-02-06"), ("target.startedAt", "2026-02-06T19:40Z"), ("target.tags", ["x-phone", "other"]),
    ("solutions.0.skill", "x-walk"), ("safetyGate.safetyPlanReviewed", "no"), ("target.amount", {"text": "a lot"}),
    ("promptingEvent.at", "2024-02-29"), ("lang", "pt-BR"), ("fieldStates", {"links.l3.at": "unknown"}),
    ("answeredBy", {"target.place": "therapist"}), ("links.0.tried", {"text": "walked", "helped": None}),
    ("target.startedAtPart", "earlyMorning"), ("notes", [{"id": "n1", "path": "links.l1", "text": "slow", "by": "T1"}]),
]
BAD = [
    ("kind", GONE), ("kind", "agreement"), ("kind", None), ("createdAt", GONE), ("createdAt", None), ("createdAt", "2026-02-09"),
    ("id", "Chain 1"), ("target.intensity", 101), ("target.intensity", "80"), ("links.0.type", "mood"),
    ("solutions.0.ref", 4), ("sessionDate", "Friday"), ("sessionDate", "2026-02-30"), ("sessionDate", "2025-02-29"),
    ("target.startedAt", "2026-13-01"), ("target.startedAt", "2026-02-06T19:40"), ("target.tier", "urgent"),
    ("clientRef", "SYN/MAPLE"), ("clientRef", "M"), ("links", {}), ("links", "none"), ("links", [5]),
    ("commitments.0.strength", 11), ("commitments.0.strength", 7.5), ("target.tags", "alcohol"), ("target.tags", ["alcool"]),
    ("commitments.0.outcome", "maybe"), ("therapistCommitments", [{"outcome": "maybe"}]),
    ("orientation.priorCommitments", [{"outcome": "maybe"}]), ("safetyGate.safetyPlanReviewed", "whenever"),
    ("fieldStates", {"links.l3.at": "forgotten"}), ("answeredBy", {"target.place": "mother"}), ("fieldStates", []),
    ("target.startedAtPart", "noon"), ("promptingEvent.atPart", "noon"), ("target.amount", {"text": 5}),
    ("target.amount", "a lot"), ("links.0.tried", {"helped": 11}), ("links.0.tried", {"skill": "walk"}),
    ("orientation", "x"), ("summary", []), ("dismissals", {}), ("dismissals", [{"check": 24}]), ("notes", "none"),
    ("lang", "english language"), ("links.0.at", "24:00"), ("links.0.dayOffset", "1"), ("validation", [{"level": 7}]),
    ("synthetic", "yes"), ("related", [{"rel": "friend"}]), ("links.0.id", 1),
]


# A conversation about how two people work together.
CONVERSATION_GOOD = [
    ("about", "therapist"), ("count", None), ("events", []), ("assessment", []), ("leaning", "willingness"), ("agree.client", []),
    ("agree.supports", None), ("close.relationshipCheck", None), ("elsewhere.answer", "unsure"), ("readiness.rightTime", "no"),
    ("fieldStates", {"close.clientFeltHeard": "declined"}), ("agree.therapist.0.outcome", "kept"), ("x-later", True),
]
CONVERSATION_BAD = [
    ("kind", GONE), ("about", "both"), ("events", "tib-1"), ("events", [5]), ("count.client", "three"), ("count.status", "bad"),
    ("observe", 5), ("validate.0.level", 7), ("validate.0.text", True), ("impact.ownPart", []), ("elsewhere.answer", True),
    ("assessment.0.domain", "laziness"), ("assessment.0.rating", 4), ("leaning", "lazy"), ("agree.client.0.strength", 11),
    ("agree.client.0.by", "soon"), ("agree.therapist.0.outcome", "done"), ("agree.supports", "telehealth"), ("agree.returnPath", 1),
    ("close.clientFeltHeard", "8"), ("close.followUpOn", "2026-02-30"), ("readiness.therapistArousal", 101), ("readiness.ownPartFirst", "yes"),
    ("readiness.rightTime", True), ("agreementStep", "three"),
]

def changed(document, place, value):
    document = copy.deepcopy(document)
    *way, last = [int(step) if step.isdigit() else step for step in place.split(".")]
    here = document
    for step in way:
        here = here[step] if isinstance(here, list) else here.setdefault(step, {})
    if value is GONE:
        del here[last]
    else:
        here[last] = value
    return document


def steps(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from steps(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from steps(inner)


# Missing links: what is taken, and what is refused.
MISSING_GOOD = [
    ("expected.due", None), ("expected.recurrence", "every evening"), ("q2Willing", None), ("q3Occurred.plan", None),
    ("q4Obstacle", {"answer": "none"}), ("stoppedAt", "none"), ("continuedPastNo", True), ("therapistSide.note", "So."),
    ("x-later", 1), ("fieldStates", {"q3Occurred.plan": "unknown"}), ("q3Occurred.plan.skill", "x-walk"),
]
MISSING_BAD = [
    ("kind", GONE), ("expected", []), ("expected.behavior", 5), ("expected.agreedOn", "Monday"), ("expected.agreedHow", "shouted"),
    ("expected.requestedBy", "nobody"), ("expected.timesDone", -1), ("expected.timesExpected", "seven"), ("q1Knew.answer", True),
    ("q2Willing.willingness", 101), ("q3Occurred.plan.kind", "hope"), ("q3Occurred.plan", "a plan"), ("q4Obstacle.answer", "maybe"),
    ("stoppedAt", "q5"), ("continuedPastNo", "no"), ("therapistSide.sizeRight", "huge"), ("commitments", {}),
    ("commitments.0.strength", 11), ("validation.0.level", 7), ("clientRef", "../x"), ("sessionDate", "2026-02-30"),
]


# Events and session records.
EVENT_GOOD = [
    ("who", "system"), ("category", "technology"), ("category", "startedLate"), ("minutesLate", None), ("countsUnder", "none"),
    ("noticeMinutes", -30), ("addressedOn", None), ("therapyMode", "telehealth"), ("fieldStates", {"addressedOn": "declined"}),
]
EVENT_BAD = [
    ("kind", GONE), ("who", "nobody"), ("category", "lateness"), ("minutesLate", "12"), ("minutesLate", -1), ("scheduledStart", "25:00"),
    ("actualStart", 17), ("noticeGiven", "soon"), ("noticeMinutes", 2.5), ("addressedOn", "Friday"), ("addressedHow", "shouted"),
    ("therapyMode", "letter"), ("description", 5), ("countsUnder", 1), ("impact", []), ("sessionDate", "2026-02-30"),
]
SESSION_GOOD = [
    ("outcome", "cancelledTogether"), ("practice", None), ("noticeMinutes", 1560), ("outreach", "I text at six."), ("minutes", None),
]
SESSION_BAD = [
    ("kind", "tibEvent"), ("outcome", "gone"), ("practice", "yes"), ("minutes", -5), ("scheduledStart", "5 pm"), ("outreach", True),
    ("noticeMinutes", "26h"), ("therapyMode", ["individual"]), ("sessionDate", "today"), ("sessionNumber", 0), ("clientRef", "a b"),
    ("mode", "alone"), ("recordClass", "secret"),
]

# An agreement: what is taken, and what is refused.
AGREEMENT_GOOD = [
    ("ends", None), ("openEnded", True), ("supersedes", "agr-20260101-k3f9"), ("reviewEveryWeeks", 12), ("orientation.voluntary", "mandated"),
    ("targets.0.baseline", None), ("format.modes.0.mode", "skills training"), ("attendance.rules", []), ("attendance.rules.0.clearsWhen", None),
    ("contact.twentyFourHourRule", {"enabled": True, "hours": 24, "exceptions": "Emergencies."}), ("fees.payer", "medicaid"),
    ("tib.response", []), ("groupRules", [{"id": "gr1", "text": "One at a time."}]), ("thirdParties", [{"who": "Mother", "consentOn": "2026-01-07"}]),
    ("signatures.0.sha256", "00"), ("signatures.0.method", "wetInk"), ("x-later", 1), ("complaints", "To the board."),
    ("amendments", [{"clause": "ca1", "from": "A.", "to": "B.", "why": "C.", "proposedBy": "client", "effective": "2026-03-11"}]),
]
AGREEMENT_BAD = [
    ("kind", GONE), ("version", 0), ("version", "one"), ("effective", "today"), ("ends", "2026-02-30"), ("openEnded", "yes"),
    ("orientation.voluntary", True), ("orientation.informedConsentOn", "December"), ("goals", {}), ("targets.0.tier", "urgent"),
    ("targets.0.direction", "down"), ("targets.0.order", "first"), ("format.modes", "individual"), ("format.modes.0.minutes", "fifty"),
    ("attendance.rules.0.what", "rude"), ("attendance.rules.0.basis", "sometimes"), ("attendance.rules.0.threshold", "three"),
    ("attendance.rules.0.whenReached", "shout"), ("attendance.rules.0.modes", "individual"), ("attendance.lateSessionEndsOnTime", "yes"),
    ("contact.offered", "always"), ("contact.purposes", "scheduling"), ("contact.twentyFourHourRule.enabled", "no"),
    ("confidentiality.limitsListed", [5]), ("fees.payer", "mother"), ("safety.safetyPlanStatus", "fine"), ("safety.noSuicidePromiseUsed", "no"),
    ("tib.response.0.step", "first"), ("tib.levelOfCareCriteria", {}), ("commitment.strength", 11), ("commitment.strategies", ["begging"]),
    ("ending.clientMayStop", "yes"), ("signatures.0.role", "witness"), ("signatures.0.at", "yesterday"), ("clientRef", "../x"),
]

# A review of an agreement: what is taken, and what is refused.
REVIEW_GOOD = [
    ("measure", None), ("measure", {"noneUsed": True, "reason": "None fits."}), ("levelOfCare.criteriaMet", ["Any new safety concern"]),
    ("referral", {"reasons": "More days.", "options": ["Day program"], "clientView": "Willing.", "bridge": "Me, until then."}),
    ("clauses.0.note", None), ("recommitment", None), ("newVersion", None), ("x-later", 1), ("signatures.0.sha256", "00"),
]
REVIEW_BAD = [
    ("kind", "agreement"), ("agreementRef", "../v1"), ("versionReviewed", "one"), ("counts.clientLate", "three"), ("counts", []),
    ("clauses", {}), ("clauses.0.kept", "mostly"), ("clauses.0.note", 5), ("measure.baseline", "14"), ("measure.on", "25 Feb"),
    ("measure.noneUsed", "yes"), ("helped", ["a"]), ("levelOfCare.decision", "more"), ("levelOfCare.criteriaMet", "none"),
    ("amendments.0.proposedBy", "mother"), ("amendments.0.effective", "now"), ("recommitment.strength", 11),
    ("nextReviewOn", "in May"), ("signatures.0.role", "witness"), ("newVersion", 0), ("referral", {"options": "one"}),
]


# A reflection: what is taken, and what is refused.
REFLECTION_GOOD = [
    ("annoyance.present", "unsure"), ("annoyance.urge", None), ("sourceCheck.sayable", None), ("ownPart.contributions", []),
    ("limits", None), ("parallel.withSupervisor", "no"), ("undertreatment.flags", ["worsening", "riskUp"]), ("nextSteps", []),
    ("nextSteps.0.decision", "Say it on Wednesday."), ("nextSteps.0.handoffOn", "2026-02-20"), ("recordClass", "psychotherapyNote"),
    ("levelOfCare", {"riskOfHarm": "None seen.", "assessed": {"tool": "LOCUS", "on": "2026-02-04"}}), ("x-later", 1),
    ("fieldStates", {"ownPart.history": "declined"}), ("consultAgreements", ["dialectical"]),
]
REFLECTION_BAD = [
    ("kind", GONE), ("annoyance.present", True), ("annoyance.intensity", 101), ("annoyance.urge", "shout"), ("annoyance.scale", "0-5"),
    ("annoyance.actedOn", False), ("sourceCheck.mine", "maybe"), ("sourceCheck", []), ("ownPart.contributions", "Started late"),
    ("ownPart.contributions", [1]), ("ownPart.avoidedRaisingSessions", -1), ("ownPart.barriers", ["lazy"]), ("balance.attunement", 11),
    ("balance.accountability", "four"), ("limits.status", "fine"), ("parallel.seen", True), ("undertreatment.flags", ["tired"]),
    ("undertreatment.lastMeasuredOn", "January"), ("undertreatment.outsideCompetence", False), ("choiceSeverity.leaning", "stubborn"),
    ("nextSteps", {}), ("nextSteps.0.rung", "shout"), ("nextSteps.0.by", "Friday"), ("nextSteps.0.done", "yes"),
    ("consultAgreements", "fallibility"), ("levelOfCare", "level 3"), ("levelOfCare", {"assessed": {"on": "soon"}}), ("clientRef", "../x"),
]


def printed(kind):
    for build in ("debug", "release"):
        program = TESTS.parent / ".build" / build / "attune"
        if program.exists():
            return subprocess.run([program, "schema", kind], capture_output=True, check=True, text=True).stdout
    sys.exit("schema.py: there is no attune. hint: swift build")


def check_jsonschema(*arguments):
    program = pathlib.Path(sys.executable).parent / "check-jsonschema"
    return subprocess.run([program, "--no-cache", *arguments], capture_output=True, text=True)


def chains():
    chains = [json.loads((TESTS / "Fixtures" / f"{name}.json").read_text("utf-8")) for name in CHAINS]
    good, bad = spoiled(chains[1], GOOD, BAD)
    small = changed(changed(chains[1], "scale", "0-5"), "target.intensity", 6)
    for link in small["links"]:
        link.pop("intensity", None)
    good.append(("scale 0-5", changed(small, "target.intensity", 5)))
    bad.append(("6 on the scale 0-5", small))
    bad.append(("a link of 6 on the scale 0-5", changed(changed(small, "target.intensity", 5), "links.0.intensity", 6)))
    return list(zip(CHAINS, chains)) + good, bad


def missing():
    name = "case1-maple-missing-links"
    document = json.loads((TESTS / "Fixtures" / f"{name}.json").read_text("utf-8"))
    good, bad = spoiled(document, MISSING_GOOD, MISSING_BAD)
    return [(name, document)] + good, bad


def listed(name, good, bad):
    documents = json.loads((TESTS / "Fixtures" / f"{name}.json").read_text("utf-8"))
    good, bad = spoiled(documents[0], good, bad)
    return [(document["id"], document) for document in documents] + good, bad


def one(name, good, bad):
    document = json.loads((TESTS / "Fixtures" / f"{name}.json").read_text("utf-8"))
    good, bad = spoiled(document, good, bad)
    return [(name, document)] + good, bad


def spoiled(document, good, bad):
    def named(changes):
        return [(f"{place} = {'gone' if value is GONE else repr(value)}", changed(document, place, value)) for place, value in changes]
    return named(good), named(bad)


# What no form asks for has no fixture; these stand for what attune writes.
HEAD = {
    "synthetic": True, "clientRef": "SYN-CEDAR", "therapistRef": "SYN-T1", "createdAt": "2026-03-11T17:10:00-04:00",
    "updatedAt": "2026-03-11T17:10:00-04:00", "sessionDate": "2026-03-11", "mode": "inSession", "status": "complete",
    "recordClass": "clinicalRecord",
}
FORMLESS = {
    "measure": (
        {"name": "PHQ-9", "total": 9, "on": "2026-02-25"}, [("total", 9.5), ("name", None), ("notes", [])],
        [("total", "9"), ("name", 9), ("on", "Friday"), ("on", 5), ("kind", "note"), ("clientRef", "S"), ("status", "open"),
         ("sessionDate", GONE), ("recordClass", "secret"), ("id", "M 1"), ("createdAt", "now")],
    ),
    "note": (
        {"about": "chain-20260204-cedar1", "path": "links.l1", "text": "Slow here."}, [("text", None)],
        [("text", 5), ("path", []), ("about", 5), ("kind", "chain"), ("synthetic", "no"), ("related", {}), ("lang", "english language"),
         ("mode", "alone"), ("updatedAt", GONE), ("fieldStates", [])],
    ),
    "review": (
        {"window": {"from": "2026-01-14", "to": "2026-03-11"}, "documents": 16, "R1": [], "R3": None, "R5": {"resisted": 0, "of": 1},
         "R6": {"peaks": [{"ref": "chain-1", "value": 65}], "slope": None}, "R14": {"client": [{"category": "late", "n": 3, "minutes": 52}]},
         "R20": [{"name": "PHQ-9", "first": 14, "last": 9, "change": -5, "reliable": False, "on": "2026-02-25"}], "questions": ["What?"]},
        [("R1", None), ("R20", None), ("R14", None), ("R6.slope", -2.5), ("R5", None), ("x-later", 1)],
        [("R1", {}), ("R1", [{"by": "Friday"}]), ("R5.of", -1), ("R6.peaks.0.value", 101), ("R6.slope", "down"),
         ("R14.client.0.n", "3"), ("R20.0.reliable", "no"), ("R20.0.on", "2026-02-30"), ("documents", "16"), ("questions", [5]),
         ("window.from", "Jan")],
    ),
    "transcript": (
        {"origin": "imported", "entries": [{"at": 5, "voice": "therapist", "speaker": "T", "answer": "How was it?"}],
         "annotations": [{"index": 0, "tag": "question", "note": "Open."}]},
        [("origin", None), ("annotations", None), ("entries.0.at", None)],
        [("origin", "heard"), ("entries", {}), ("entries.0", 5), ("entries.0.at", "early"), ("entries.0.answer", 5),
         ("entries.0.time", "17:10"), ("annotations.0.index", -1), ("annotations.0.index", "0"), ("annotations.0.tag", 1),
         ("annotations", "none")],
    ),
}


def formless(kind):
    body, good, bad = FORMLESS[kind]
    document = {"schema": f"attune/{kind}/1", "id": f"{kind}-20260311-a1b2", "kind": kind, **HEAD, **copy.deepcopy(body)}
    good, bad = spoiled(document, good, bad)
    return [(kind, document)] + good, bad


def judge(kind, good, bad):
    text = printed(kind)
    schema = json.loads(text)
    problems = []
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        problems.append(f"jsonschema: no valid schema: {error.message}")
    if {"$ref", "$dynamicRef", "$recursiveRef"} & set(steps(schema)):
        problems.append("it refers to itself or to others")
    python = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    rust = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    readers = [("jsonschema", python.is_valid), ("jsonschema-rs", rust.is_valid)]

    for wanted, documents in ((True, good), (False, bad)):
        for name, document in documents:
            for reader, is_valid in readers:
                if is_valid(document) != wanted:
                    problems.append(f"{reader} {'refuses' if wanted else 'accepts'} {name}")

    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "schema.json")
        pathlib.Path(file).write_text(text, "utf-8")
        run = check_jsonschema("--check-metaschema", file)
        if run.returncode:
            problems.append(f"check-jsonschema: no valid schema: {run.stdout}")
        for wanted, documents in ((True, good), (False, bad)):
            paths = []
            for number, (name, document) in enumerate(documents):
                paths.append(os.path.join(folder, f"{wanted}-{number}.json"))
                pathlib.Path(paths[-1]).write_text(json.dumps(document), "utf-8")
            report = json.loads(check_jsonschema("--schemafile", file, "--output-format", "json", *paths).stdout)
            refused = {error["filename"] for error in report.get("errors", [])}
            if report.get("parse_errors"):
                problems.append(f"check-jsonschema: {report['parse_errors']}")
            for path, (name, document) in zip(paths, documents):
                if (path not in refused) != wanted:
                    problems.append(f"check-jsonschema {'refuses' if wanted else 'accepts'} {name}")

    print(f"schema {kind}: {len(good)} documents taken, {len(bad)} refused: {'good' if not problems else f'{len(problems)} problems'}")
    for problem in problems[:30]:
        print(f"  {problem}")
    return not problems


def main():
    kinds = {
        "chain": chains(),
        "missingLinks": missing(),
        "agreement": one("case2-cedar-agreement-v1", AGREEMENT_GOOD, AGREEMENT_BAD),
        "agreementReview": one("case2-cedar-agreement-review", REVIEW_GOOD, REVIEW_BAD),
        "tibEvent": listed("case2-cedar-tib-events", EVENT_GOOD, EVENT_BAD),
        "reflection": one("case2-cedar-reflection-PRIVATE", REFLECTION_GOOD, REFLECTION_BAD),
        "session": listed("case2-cedar-sessions", SESSION_GOOD, SESSION_BAD),
        "accountability": one("case2-cedar-accountability", CONVERSATION_GOOD, CONVERSATION_BAD),
    } | {kind: formless(kind) for kind in FORMLESS}
    sys.exit(0 if all([judge(kind, good, bad) for kind, (good, bad) in kinds.items()]) else 1)


main()
