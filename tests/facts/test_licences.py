"""Every row of the tables of licences, through the rule that uses it, on both sides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from jdlint import packs, tables
from jdlint.facts import licence_titles
from jdlint.rule import Example
from jdlint.testing import findings

RULES = {d.name.partition("/")[2]: d for d in packs.builtin() if d.family == "licensure"}
ASKED = "# Therapist\n\n## Qualifications\n\n- An active {} license is required\n"
DAY = "2026-11-27"
PROFESSIONS = ("counselor", "social_worker", "mft")
FOREIGN = {
    "counselor": ("LPC", "LMHC", "LPCC", "LCPC"),
    "social_worker": ("LCSW", "LICSW", "LSCSW"),
    "mft": ("LMFT", "LCMFT", "IMFT"),
}
LICENCES = [
    row
    for row in tables.table("licences")
    if row["profession"] in PROFESSIONS
    and row["level"] == "independent"
    and row["independent_practice"] == "yes"
    and "(" not in row["abbreviation"]
]
COMPACTS = tables.table("compacts")


def found(rule: str, text: str, *, day: str = DAY, **facts: str) -> bool:
    given = {name: (value,) for name, value in facts.items()}
    example = Example(text, bad=False, facts=given, as_of=day)
    return bool(findings(RULES[rule].rule(), example, text))


def key(row: dict[str, str]) -> str:
    return "-".join(list(row.values())[:3])


@pytest.mark.parametrize("row", LICENCES, ids=key)
def test_a_state_knows_its_own_licence(row: dict[str, str]) -> None:
    text = ASKED.format(row["abbreviation"])
    assert not found("not-issued-in-state", text, place=f"US-{row['state']}")


@pytest.mark.parametrize("row", LICENCES, ids=key)
def test_a_state_does_not_know_the_licence_of_another(row: dict[str, str]) -> None:
    titles = FOREIGN[row["profession"]]
    elsewhere = [t for t in titles if not licence_titles.issued(row["state"], t)]
    assert elsewhere
    for title in elsewhere:
        assert found("not-issued-in-state", ASKED.format(title), place=f"US-{row['state']}")


@pytest.mark.parametrize("row", LICENCES, ids=key)
def test_an_equivalent_is_enough_everywhere(row: dict[str, str]) -> None:
    for title in FOREIGN[row["profession"]]:
        text = ASKED.format(f"{title} (or state equivalent)")
        assert not found("not-issued-in-state", text, place=f"US-{row['state']}")


SUPERVISED = [
    row
    for row in tables.table("licences")
    if row["profession"] in PROFESSIONS
    and row["independent_practice"] == "supervised"
    and licence_titles.standing(row["state"], row["abbreviation"]) is False
    and row["abbreviation"] in ("LCSW", "LPC", "LMHC", "LPCC", "LMFT")
]


@pytest.mark.parametrize("row", SUPERVISED, ids=key)
def test_a_supervised_title_does_not_practise_alone(row: dict[str, str]) -> None:
    alone = ASKED.format(row["abbreviation"]) + "\n## Duties\n\n- You practice independently.\n"
    place = f"US-{row['state']}"
    assert found("lower-in-state", alone, place=place)
    assert not found("lower-in-state", ASKED.format(row["abbreviation"]), place=place)
    own = licence_titles.independent(row["state"], row["profession"])[0].abbreviation
    text = alone.replace(row["abbreviation"], own)
    assert not found("lower-in-state", text, place=place)


@pytest.mark.parametrize("row", tables.table("retired_credentials"), ids=lambda r: r["phrase"])
def test_a_credential_retires_on_its_day(row: dict[str, str]) -> None:
    text = f"## Qualifications\n\n- A current {row['phrase']} is required\n"
    facts = {"place": f"US-{row['state']}"} if row["state"] else {}
    before = (date.fromisoformat(row["since"]) - timedelta(days=1)).isoformat()
    assert found("retired-credential", text, day=row["since"], **facts)
    assert not found("retired-credential", text, day=before, **facts)
    if row["state"]:
        assert not found("retired-credential", text, place="US-VT")


@pytest.mark.parametrize("row", COMPACTS, ids=key)
def test_a_compact_counts_where_and_when_it_issues(row: dict[str, str]) -> None:
    place = f"US-{row['state']}"
    if row["compact"] == "Nurse Licensure Compact":
        text = "A license of this state or compact license."
        told = found("compact-not-a-member", text, place=place, profession="registered-nurse")
        assert told is (row["status"] == "not_member")
        return
    text = f"A privilege under the {row['compact']} will do."
    issuing = row["status"] == "issuing_privileges"
    assert found("compact-not-issuing", text, place=place) is not issuing
    if issuing:
        before = (date.fromisoformat(row["since"]) - timedelta(days=1)).isoformat()
        assert found("compact-not-issuing", text, place=place, day=before)
        assert not found("compact-not-issuing", text, place=place, day=row["since"])


@pytest.mark.parametrize("row", tables.table("np_practice"), ids=lambda r: r["state"])
def test_a_nurse_practitioner_alone(row: dict[str, str]) -> None:
    facts = {"place": f"US-{row['state']}", "profession": "nurse-practitioner"}
    alone = found("nurse-practitioner-alone", "You practice independently.", **facts)
    assert alone is (row["authority"] != "full")
    assert not found("nurse-practitioner-alone", "You practice with a physician.", **facts)


@pytest.mark.parametrize("licence", tables.table("licence_degrees")["licences"]["master"].split())
def test_a_licence_takes_its_degree(licence: str) -> None:
    text = ASKED.format(licence) + "- A {} degree is required\n"
    assert found("degree-below-licence", text.format("bachelor's"))
    assert not found("degree-below-licence", text.format("master's"))


@pytest.mark.parametrize("word", ["remote", "nationwide", "virtual"])
def test_work_that_reaches_further_names_no_one_state(word: str) -> None:
    text = ASKED.format("LCSW") + f"\nThis work is {word}.\n"
    assert not found("not-issued-in-state", text, place="US-OH")


def test_a_name_in_words_counts_as_the_state_writes_it() -> None:
    for place in ("US-MA", "US-MD"):
        certified = ASKED.format("Licensed Certified Social Worker (LCSW)")
        assert not found("not-issued-in-state", certified, place=place)
        clinical = ASKED.format("Licensed Clinical Social Worker (LCSW)")
        assert found("not-issued-in-state", clinical, place=place)
    assert not found("not-issued-in-state", clinical, place="US-VA")
