"""Every row of the table of local laws, through the rule that uses it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from jdlint import packs, tables
from jdlint.report import Finding
from jdlint.rule import Example, Rule
from jdlint.testing import findings

ROWS = tables.table("posting_law")
RULES = {d.name: d for d in packs.builtin()}

# topic → rule, a text that lacks or has what the law speaks of, a text that satisfies it
PROBES = {
    "pay-range": ("law/pay-range", "You visit people.", "$34 to $41 an hour."),
    "pay-range-soon": ("law/pay-range-soon", "You visit people.", "$34 to $41 an hour."),
    "open-ended-pay": ("law/open-ended-pay", "Pay: up to $41 an hour.", "Pay: $34 to $41 an hour."),
    "benefits": ("law/benefits-not-described", "You visit people.", "Health insurance and leave."),
    "other-pay": ("law/other-pay-not-described", "You visit people.", "A yearly bonus."),
    "deadline": ("law/application-deadline", "You visit people.", "Apply by 1 May 2031."),
    "pay-width": (
        "law/pay-too-wide",
        "Salary: $60,000 to $120,000 a year.",
        "Salary: $60,000 to $100,000 a year.",
    ),
    "pay-width-proposed": (
        "law/wide-pay-range",
        "Salary: $50,000 to $90,000 a year.",
        "Salary: $50,000 to $70,000 a year.",
    ),
    "record-bar": ("inclusion/blanket-bar", "No felons.", "A record is no bar."),
    "check-unnamed": ("law/check-named", "A background check follows.", "You visit people."),
    "must-pass-check": (
        "law/must-pass-check",
        "You must pass a background check.",
        "A background check is required.",
    ),
    "fair-chance-statement": (
        "law/fair-chance-missing",
        "You visit people.",
        "We consider people with conviction records.",
    ),
    "fair-chance-guide": (
        "law/fair-chance-guide",
        "A background check follows.",
        "A background check follows; see the Fair Chance guide.",
    ),
    "drivers-licence": (
        "law/drivers-licence",
        "A valid driver's license is needed.",
        "You do home visits. A valid driver's license is needed.",
    ),
    "salary-history": (
        "law/pay-history",
        "Send your salary history.",
        "Send the salary that you expect.",
    ),
    "credit-check": ("law/credit-check", "We make a credit check.", "We make a reference check."),
    "non-compete": ("law/non-compete", "You sign a non-compete.", "There is no non-compete."),
    "non-compete-care": (
        "law/non-compete-care",
        "You sign a non-compete.",
        "There is no non-compete.",
    ),
    "cannabis": ("law/cannabis-test", "We test for cannabis.", "We test for opioids."),
    "employed-only": (
        "law/employed-only",
        "You must be currently employed.",
        "You must be currently licensed.",
    ),
    "looks": (
        "inclusion/appearance",
        "Weight proportionate to height.",
        "You lift 40 pounds, with or without accommodation.",
    ),
    "revoked-order": (
        "law/revoked-order",
        "We follow Executive Order 11246.",
        "We follow Section 503 and VEVRAA.",
    ),
    "ai-notice": ("law/ai-notice", "You visit people.", "We use AI to sort applications."),
    "ai-statement": ("law/ai-statement", "You visit people.", "We use AI to sort applications."),
    "ai-notice-later": (
        "law/ai-notice-ahead",
        "You visit people.",
        "We use AI to sort applications.",
    ),
    "vacancy-statement": ("law/vacancy-statement", "You visit people.", "An existing vacancy."),
    "canadian-experience": (
        "law/canadian-experience",
        "Two years of Canadian experience.",
        "Two years of experience.",
    ),
}
# beside the rule that a topic has of its own, rules whose message names the law of the place
BESIDE = {
    "cannabis": ("inclusion/drug-bar", "You must be drug-free."),
    "credit-check": ("inclusion/credit-record", "Good credit is a must."),
}
GIVEN = {
    "ai-notice": {"employer.ai_screening": ("yes",)},
    "ai-statement": {"employer.ai_screening": ("yes",)},
    "ai-notice-later": {"employer.ai_screening": ("yes",)},
}
# what a message calls a place, where it does not name it
UNNAMED = {"revoked-order"}
# topics by which a rule stays silent, or that hold a fact for rules to come
SILENT = {"minimum-pay"}
USED = [row for row in ROWS if row["topic"] in PROBES]
DATED = [row for row in USED if row["from"]]


def name(row: dict[str, str]) -> str:
    return f"{row['topic']} {row['name']}"


def found(
    row: dict[str, str],
    body: str,
    day: date,
    size: str | None = None,
    rule_name: str | None = None,
) -> list[Finding]:
    topic = row["topic"]
    rule: Rule = RULES[rule_name or PROBES[topic][0]].rule()
    given = {**GIVEN.get(topic, {}), **({"employer.size": (size,)} if size else {})}
    text = f"# Nurse\n\n{body}\n"
    if row["cities"]:
        city = row["cities"].split("|")[0].title()
        text = f"# Nurse\n\n{city}, {row['place'][3:]}\n\n{body}\n"
    else:
        given["place"] = (row["place"],)
    example = Example(text, bad=True, facts=given, as_of=day.isoformat())
    alone = rule.but(preview=False)
    named = "" if topic in UNNAMED else row["name"]
    return [f for f in findings(alone, example, text) if named in f.message]


def first(row: dict[str, str]) -> date:
    return date.fromisoformat(row["from"] or "2026-11-01")


@pytest.mark.parametrize("row", USED, ids=name)
def test_a_row_holds_from_its_day_on(row: dict[str, str]) -> None:
    assert found(row, PROBES[row["topic"]][1], first(row))


@pytest.mark.parametrize("row", DATED, ids=name)
def test_a_row_does_not_hold_the_day_before(row: dict[str, str]) -> None:
    before = first(row) - timedelta(days=1)
    assert not found(row, PROBES[row["topic"]][1], before, row["employees"])


FOLLOWED = {(r["topic"], r["place"], r["from"]) for r in ROWS}
ENDING = [r for r in USED if r["until"] and (r["topic"], r["place"], r["until"]) not in FOLLOWED]


@pytest.mark.parametrize("row", ENDING, ids=name)
def test_a_row_ends_on_its_last_day(row: dict[str, str]) -> None:
    end = date.fromisoformat(row["until"])
    bad = PROBES[row["topic"]][1]
    assert found(row, bad, end - timedelta(days=1))
    assert not found(row, bad, end)


@pytest.mark.parametrize("row", USED, ids=name)
def test_a_posting_that_does_what_a_row_asks_is_left_alone(row: dict[str, str]) -> None:
    assert not found(row, PROBES[row["topic"]][2], first(row))


@pytest.mark.parametrize("row", [r for r in USED if int(r["employees"]) > 1], ids=name)
def test_a_row_spares_smaller_employers(row: dict[str, str]) -> None:
    bad = PROBES[row["topic"]][1]
    assert found(row, bad, first(row), row["employees"])
    assert not found(row, bad, first(row), str(int(row["employees"]) - 1))


@pytest.mark.parametrize("row", [r for r in ROWS if r["topic"] in BESIDE], ids=name)
def test_a_rule_that_holds_everywhere_names_the_law_of_the_place(row: dict[str, str]) -> None:
    rule, body = BESIDE[row["topic"]]
    (only,) = found(row, body, first(row), rule_name=rule)
    assert row["citation"] in only.message
    everywhere = Example(f"# Nurse\n\n{body}\n", bad=True, facts={"place": ("US-TX",)})
    (elsewhere,) = findings(RULES[rule].rule(), everywhere, everywhere.text)
    assert row["name"] not in elsewhere.message


def test_every_topic_has_a_rule() -> None:
    asked = {
        value
        for definition in RULES.values()
        for condition in definition.rule().when
        if condition.fact == "law"
        for value in condition.values
    }
    asked |= {d.rule().local.topic for d in RULES.values() if d.rule().local}  # type: ignore[union-attr]
    assert {row["topic"] for row in ROWS} == asked
    assert asked == set(PROBES) | SILENT


def test_no_uncertain_row_is_in_the_table() -> None:
    assert {row["confidence"] for row in ROWS} <= {"verified-in-source", "from-knowledge"}
    assert all(row["citation"] and row["source"] for row in ROWS)


def test_an_unknown_place_runs_no_local_rule() -> None:
    rule = RULES["law/pay-range"].rule()
    example = Example("# Nurse\n\nYou visit people.\n", bad=True)
    assert not findings(rule, example, example.text)


def test_one_finding_names_every_place_that_asks() -> None:
    rule = RULES["law/pay-range"].rule()
    facts = {"place": ("US-CO", "US-NY", "US-TX")}
    example = Example("# Nurse\n\nYou visit people.\n", bad=True, facts=facts, as_of="2026-11-01")
    (only,) = findings(rule, example, example.text)
    assert "Colorado and New York (employers of 4 or more)" in only.message


def test_remote_work_in_the_whole_country_reaches_the_places_that_say_so() -> None:
    rule = RULES["law/pay-range"].rule()
    facts = {"place": ("US",), "workplace": ("remote",)}
    example = Example("# Nurse\n\nYou call people.\n", bad=True, facts=facts, as_of="2026-11-01")
    (only,) = findings(rule, example, example.text)
    assert "Colorado" in only.message
    assert "Hawaii" not in only.message


def test_remote_work_in_a_named_state_reaches_no_other() -> None:
    rule = RULES["law/pay-range"].rule()
    facts = {"place": ("US-TX",), "workplace": ("remote",)}
    example = Example("# Nurse\n\nYou call people.\n", bad=True, facts=facts, as_of="2026-11-01")
    assert not findings(rule, example, example.text)
