"""The JobPosting of a draft: in the forms of Google's documentation, and nothing invented."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jdlint import facts, readers
from jdlint.document import Draft, Fact, Field
from jdlint.errors import Unreadable
from jdlint.facts.description import description
from jdlint.facts.jobposting import jobposting, missing
from jdlint.outline import outline
from jdlint.readers import html
from jdlint.readers.prose import Prose

EMPLOYMENT = {
    "FULL_TIME",
    "PART_TIME",
    "CONTRACTOR",
    "TEMPORARY",
    "INTERN",
    "VOLUNTEER",
    "PER_DIEM",
    "OTHER",
}
EDUCATION = {
    "high school",
    "associate degree",
    "bachelor degree",
    "professional certificate",
    "postgraduate degree",
}
UNITS = {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}
TYPES: dict[str, type | tuple[type, ...]] = {
    "@context": str,
    "@type": str,
    "title": str,
    "description": str,
    "datePosted": str,
    "validThrough": str,
    "employmentType": (str, list),
    "hiringOrganization": dict,
    "identifier": dict,
    "jobLocation": (dict, list),
    "jobLocationType": str,
    "applicantLocationRequirements": (dict, list),
    "baseSalary": dict,
    "educationRequirements": dict,
    "experienceRequirements": dict,
    "directApply": bool,
}


def several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def check(posting: Mapping[str, Any]) -> None:
    """Assert what Google's documentation says of the type and the values of each property."""
    assert posting["@type"] == "JobPosting"
    for name, value in posting.items():
        assert isinstance(value, TYPES[name]), name
        assert value not in ("", [], {}, None), name
    for name in ("datePosted", "validThrough"):
        if name in posting:
            date.fromisoformat(posting[name][:10])
    assert set(several(posting.get("employmentType", []))) <= EMPLOYMENT
    assert posting.get("jobLocationType", "TELECOMMUTE") == "TELECOMMUTE"
    assert posting.get("hiringOrganization", {"name": "any"})["name"]
    for place in several(posting.get("jobLocation", [])):
        assert place["@type"] == "Place"
        assert place["address"]["@type"] == "PostalAddress"
    for area in several(posting.get("applicantLocationRequirements", [])):
        assert area["@type"] in ("State", "Country")
        assert area["name"]
    if "baseSalary" in posting:
        salary = posting["baseSalary"]
        assert re.fullmatch(r"[A-Z]{3}", salary["currency"])
        assert salary["value"]["unitText"] in UNITS
        assert {"value", "minValue", "maxValue"} & set(salary["value"])
        figures = [salary["value"].get(key, 1) for key in ("value", "minValue", "maxValue")]
        assert all(isinstance(figure, int | float) for figure in figures)
    if "educationRequirements" in posting:
        assert posting["educationRequirements"]["credentialCategory"] in EDUCATION
    if "experienceRequirements" in posting:
        assert isinstance(posting["experienceRequirements"]["monthsOfExperience"], int)


def draft(
    *blocks: str, fields: Mapping[str, str] | None = None, given: Mapping[str, str] | None = None
) -> Draft:
    prose = Prose()
    at = 0
    for text in blocks:
        prose.begin("paragraph")
        prose.write(text, at)
        at += len(text) + 1
    values = [Field(name, value) for name, value in (fields or {}).items()]
    document = prose.document(path="draft.txt", format="plain", text="", fields=values)
    known = {family: (value,) for family, value in (given or {}).items()}
    return facts.draft(document, (), given=known)


def test_a_whole_posting_given_as_data_lacks_nothing() -> None:
    posting = jobposting(
        draft(
            "You will run groups.",
            fields={
                "title": "Group Therapist",
                "datePosted": "2026-03-02",
                "validThrough": "2026-04-30T23:59:00Z",
                "employmentType": "Full-time",
                "hiringOrganization.name": "Elm Street Clinic",
                "hiringOrganization.sameAs": "https://clinic.example",
                "identifier.value": "GT-7",
                "jobLocation.address.addressLocality": "Dayton",
                "jobLocation.address.addressRegion": "OH",
                "jobLocation.address.addressCountry": "US",
                "baseSalary.currency": "USD",
                "baseSalary.value.minValue": "58000",
                "baseSalary.value.maxValue": "66000",
                "baseSalary.value.unitText": "YEAR",
                "directApply": "true",
            },
        )
    )
    check(posting)
    assert missing(posting) == ()
    assert posting["employmentType"] == "FULL_TIME"
    assert posting["validThrough"] == "2026-04-30T23:59:00Z"
    assert posting["hiringOrganization"] == {
        "@type": "Organization",
        "name": "Elm Street Clinic",
        "sameAs": "https://clinic.example",
    }
    assert posting["jobLocation"]["address"]["addressRegion"] == "OH"
    assert posting["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "minValue": 58_000,
        "maxValue": 66_000,
        "unitText": "YEAR",
    }
    assert posting["directApply"] is True


def test_nothing_is_invented() -> None:
    posting = jobposting(draft("We are a team of eight."))
    check(posting)
    assert posting.keys() <= {"@context", "@type", "title", "description"}
    assert {"datePosted", "hiringOrganization", "jobLocation"} <= set(missing(posting))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Pay: $28 - $34 an hour", {"minValue": 28, "maxValue": 34, "unitText": "HOUR"}),
        ("Salary: $58,500.50 a year", {"value": 58_500.5, "unitText": "YEAR"}),
        ("Pay: up to $45 per hour", {"maxValue": 45, "unitText": "HOUR"}),
        (
            "Pay: $30/hr days; pay: $34/hr nights",
            {"minValue": 30, "maxValue": 34, "unitText": "HOUR"},
        ),
    ],
)
def test_pay_in_prose_fills_the_base_salary(text: str, value: dict[str, Any]) -> None:
    posting = jobposting(draft(text))
    check(posting)
    assert posting["baseSalary"]["value"] == {"@type": "QuantitativeValue"} | value


@pytest.mark.parametrize(
    "text",
    [
        "Salary: $58,000 - $66,000",  # of which period?
        "Pay range 28-34/hr",  # in which currency?
        "Pay: $90 per session",
        "Sign-on bonus: $5,000",
    ],
)
def test_pay_in_a_form_that_is_not_taken_is_left_out(text: str) -> None:
    assert "baseSalary" not in jobposting(draft(text))


def test_data_wins_over_prose() -> None:
    fields = {
        "baseSalary.currency": "USD",
        "baseSalary.value.value": "31",
        "baseSalary.value.unitText": "HOUR",
    }
    posting = jobposting(draft("Pay: $28 - $34 an hour", fields=fields))
    assert posting["baseSalary"]["value"]["value"] == 31


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (
            {"place": "US-OH"},
            {
                "jobLocation": {
                    "@type": "Place",
                    "address": {
                        "@type": "PostalAddress",
                        "addressRegion": "OH",
                        "addressCountry": "US",
                    },
                }
            },
        ),
        (
            {"place": "US-OH", "workplace": "remote"},
            {
                "jobLocationType": "TELECOMMUTE",
                "applicantLocationRequirements": {"@type": "State", "name": "OH, USA"},
            },
        ),
        (
            {"place": "CA", "workplace": "remote"},
            {
                "jobLocationType": "TELECOMMUTE",
                "applicantLocationRequirements": {"@type": "Country", "name": "CA"},
            },
        ),
    ],
)
def test_places_follow_the_workplace(known: dict[str, str], expected: dict[str, Any]) -> None:
    posting = jobposting(draft("You will run groups.", given=known))
    check(posting)
    names = ("jobLocation", "jobLocationType", "applicantLocationRequirements")
    assert {name: posting[name] for name in names if name in posting} == expected
    assert not {"jobLocation", "applicantLocationRequirements"} & set(missing(posting))


def test_several_addresses_are_several_places() -> None:
    prose = Prose()
    fields = [
        Field("jobLocation.address.addressLocality", "Dayton"),
        Field("jobLocation.address.addressLocality", "Toledo"),
        Field("jobLocation.address.addressCountry", "US"),
    ]
    document = prose.document(path="job.json", format="json", text="", fields=fields)
    places = jobposting(facts.draft(document, ()))["jobLocation"]
    assert [place["address"]["addressLocality"] for place in places] == ["Dayton", "Toledo"]
    assert [place["address"]["addressCountry"] for place in places] == ["US", "US"]


def test_what_google_requires_is_named_where_it_is_absent() -> None:
    assert missing({}) == (
        "title",
        "description",
        "datePosted",
        "hiringOrganization",
        "jobLocation",
    )
    place = {"@type": "Place", "address": {"addressRegion": "OH"}}
    assert "jobLocation.address.addressCountry" in missing({"jobLocation": place})
    assert "applicantLocationRequirements" in missing({"jobLocationType": "TELECOMMUTE"})


def test_a_date_that_is_none_is_left_out() -> None:
    fields = {"datePosted": "last week", "validThrough": "2026-13-40"}
    posting = jobposting(draft("You will run groups.", fields=fields))
    assert "datePosted" not in posting
    assert "validThrough" not in posting


def test_a_family_that_nobody_reads_is_no_error() -> None:
    document = draft("You will run groups.").document
    bare = Draft(document, (), {"title": (Fact(value="Group Therapist"),)}, date(2026, 7, 1))
    assert jobposting(bare)["title"] == "Group Therapist"


def test_the_description_keeps_headings_lists_and_rows_and_escapes_the_rest() -> None:
    source = (
        "<h2>Duties &amp; days</h2><ul><li>Lead &lt;groups&gt;</li><li>Write notes</li></ul>"
        "<p>Pay:</p><table><tr><td>Day</td><td>$30</td></tr><tr><td>Night</td><td>$34</td></tr></table>"
    )
    [document] = html.read(source.encode(), "job.html")
    assert description(document).split("\n") == [
        "<h2>Duties &amp; days</h2>",
        "<ul>",
        "<li>Lead &lt;groups&gt;</li>",
        "<li>Write notes</li>",
        "</ul>",
        "<p>Pay:</p>",
        "<p>Day | $30</p>",
        "<p>Night | $34</p>",
    ]


def test_the_description_does_not_repeat_the_title() -> None:
    posting = jobposting(
        draft("Group Therapist", "You will run groups.", fields={"title": "Group Therapist"})
    )
    assert posting["description"] == "<p>You will run groups.</p>"


def test_real_postings_give_postings_that_google_takes(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "jsonld").glob("*/*.json"))[:40]:
        try:
            documents = readers.read(path.read_bytes(), str(path))
        except Unreadable:
            continue
        for document in documents[:3]:
            posting = jobposting(facts.draft(document, outline(document)))
            check(posting)
            json.dumps(posting)
