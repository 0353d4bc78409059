"""What counts as pay, in which form it is written, and what only looks like it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jdlint import facts, readers
from jdlint.document import Document, Draft, Field, Modality, Section
from jdlint.facts.amounts import amounts
from jdlint.facts.pay import Pay, pay
from jdlint.outline import outline
from jdlint.readers.prose import Prose
from jdlint.text import Span


def document(*blocks: str | tuple[str, str, int], fields: tuple[Field, ...] = ()) -> Document:
    """Build a document: a text is a paragraph, else (kind, text, level)."""
    prose = Prose()
    at = 0
    for block in blocks:
        kind, text, level = ("paragraph", block, 0) if isinstance(block, str) else block
        prose.begin(kind, level)
        prose.write(text, at)
        at += len(text) + 1
    return prose.document(path="draft.txt", format="plain", text="", fields=fields)


def stated(*blocks: str | tuple[str, str, int]) -> tuple[Pay, ...]:
    return pay(facts.draft(document(*blocks), ()))


def base(
    *blocks: str | tuple[str, str, int],
) -> list[tuple[float | None, float | None, str | None]]:
    return [(f.min, f.max, f.unit) for f in stated(*blocks) if f.kind == "base"]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        # ranges, with the sign at both figures, at one, at none
        ("Pay: $28-$34/hr", 28, 34, "hour"),
        ("We offer $62k–$75k as base salary.", 62_000, 75_000, None),
        ("Salary: USD 62,000 to 75,000", 62_000, 75_000, None),
        ("Payment range: $89 - $269 per hour", 89, 269, "hour"),
        ("Pay: $29.50–34.00 an hour", 29.5, 34, "hour"),
        ("Our pay range is 28-34/hr.", 28, 34, "hour"),
        ("Salary 62,000 - 75,000, depending on experience", 62_000, 75_000, None),
        ("Compensation: $62-75k", 62_000, 75_000, None),
        ("Compensation: 85k-95k", 85_000, 95_000, None),
        ("Salary: $56-80,000", 56_000, 80_000, None),
        ("The salary is between $50,000 and $60,000 a year.", 50_000, 60_000, "year"),
        ("Base pay: $55,000/year - $80,000/year + bonus + equity", 55_000, 80_000, "year"),
        ("Pay Range: $25.00/Hr. - $32.00/Hr.", 25, 32, "hour"),
        ("Salary: $ 41.00 - $ 52.00 HOUR", 41, 52, "hour"),
        ("Rate: $35.50 — $53.50 — Hourly", 35.5, 53.5, "hour"),
        ("National pay range$98,000—$210,000 USDNew York pay range", 98_000, 210_000, None),
        ("The salary range for this role is $99,200 $148,800 annually.", 99_200, 148_800, "year"),
        ("Zone 1 salary: $170,000 - $200,000 - $230,000", 170_000, 230_000, None),
        ("Pay of $90,000 - 100,000/yearThis position is remote.", 90_000, 100_000, "year"),
        ("Salary Range: $80,000. - $95,000.", 80_000, 95_000, None),
        # one figure, and open ends
        ("Salary: $75K", 75_000, 75_000, None),
        ("Pay: starting at $42.75 for associates", 42.75, None, None),
        ("Pay starts at $18 an hour.", 18, None, "hour"),
        ("Starting pay is $22 an hour.", 22, 22, "hour"),
        ("Hourly pay up to $30", None, 30, "hour"),
        ("Pay: $24.50+ per hour", 24.5, None, "hour"),
        ("Wage: $18 and up", 18, None, None),
        ("Minimum salary of $130,600 + equity + benefits", 130_600, None, None),
        ("Total pay from $39.50/hr with a potential of up to $50.60/hr.", 39.5, 50.6, "hour"),
        ("Salary min: $50,000, max: $65,000", 50_000, 65_000, None),
        ("Salary MIN: $50,000 - MID: $57,000 - MAX: $65,000", 50_000, 65_000, None),
        # periods, said after the sum or before it
        ("Travel contract: $2,154 per week", 2_154, 2_154, "week"),
        ("Pay: $2,160 Monthly Salary", 2_160, 2_160, "month"),
        ("Annual Base Salary: $58,500", 58_500, 58_500, "year"),
        ("Base pay range per year: $105,300 - $157,900", 105_300, 157_900, "year"),
        ("The hourly wage for this position is $25.", 25, 25, "hour"),
        ("Daily rate: $450", 450, 450, "day"),
        ("Biweekly salary: $2,400.00", 2_400, 2_400, None),
        ("Rate of pay £9.30ph", 9.3, 9.3, "hour"),
        ("Band 6 £37,338 to £44,962 a year pa pro rata", 37_338, 44_962, "year"),
        ("£24,755 - £27,121 pro-rata for part time, per annum", 24_755, 27_121, "year"),
        ("Earn $80–$100 per 50-minute session.", 80, 100, "session"),
        ("Pay: $65 per home visit", 65, 65, "visit"),
        ("You earn $45-$65 per clinical hour.", 45, 65, "hour"),
        ("Salary: $1,395 per credit hour", 1_395, 1_395, None),
        ("Pay: $300 per 12-hour shift", 300, 300, None),
        # a sum that says by itself what it is
        ("Registered Nurse - $72K-98K per year", 72_000, 98_000, "year"),
        ("$18.00 - $24.00 / hr", 18, 24, "hour"),
        # a wage with the wrong period beside it is still what the draft states
        ("Pay: $16.00 - $18.00 per year", 16, 18, "year"),
    ],
)
def test_pay_is_read_in_every_form(
    text: str, low: float | None, high: float | None, unit: str | None
) -> None:
    assert base(text) == [(low, high, unit)]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Salary: $60,000", "USD"),
        ("Salary: US$60,000", "USD"),
        ("Salary: C$60,000", "CAD"),
        ("Salary: CAD $60,000 - $70,000", "CAD"),
        ("Salary: $60,000 - $70,000/yr CAD", "CAD"),
        ("Salary: $60,000 - $70,000. Currency: CAD", "CAD"),
        ("Salary: A$95,000", "AUD"),
        ("Salary: AED 16,800 - 18,000 a month", "AED"),
        ("Salary: 60.000 - 74.000 EUR", "EUR"),
        ("Salary: €45.000,00", "EUR"),
        ("Salary: 150 000 - 185 000 PLN", "PLN"),
        ("Salary: £30,000", "GBP"),
        ("Salary: 60,000 - 70,000", None),
    ],
)
def test_the_currency_is_that_of_the_sign_or_the_code(text: str, currency: str | None) -> None:
    assert [fact.currency for fact in stated(text)] == [currency]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Earn up to $24,000 sign on bonus", "bonus", "sign-on"),
        ("Sign-on bonus: $10,000", "bonus", "sign-on"),
        ("Up to $15,000 sign-on bonus for nights", "bonus", "sign-on"),
        ("$500 signing bonus after 90 days", "bonus", "sign-on"),
        ("Retention bonus of $5,000 after a year", "bonus", "retention"),
        ("Earn a $1,000 referral bonus.", "bonus", "referral"),
        ("Annual bonus of up to $8,000", "bonus", "bonus"),
        ("Relocation assistance up to $5,000", "other", "relocation"),
        ("Student loan repayment of up to $50,000", "other", "loan-repayment"),
        ("A $600 stipend for internet each year", "other", "stipend"),
        ("Tuition assistance (up to $5,250 per year)", "other", "tuition"),
        ("Night differential: +$3/hr", "other", "differential"),
        ("Weekends pay an additional $2.50 per hour", "other", "differential"),
        ("Admin rate: $25/hour", "other", "differential"),
        ("OTE of $120,000", "other", "on-target"),
        ("Earning Potential Range: $71,000 to $105,000 Annually", "other", "on-target"),
        ("We pay therapists on a 60/40 split.", "other", "split"),
        ("Clinicians keep 65-70% of collections.", "other", "split"),
    ],
)
def test_what_comes_on_top_of_the_wage_is_no_base_pay(text: str, kind: str, value: str) -> None:
    assert [(fact.kind, fact.value) for fact in stated(text)] == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "We offer equity, competitive pay, 401k and insurance.",
        "Pay, 403b and a 401(k)",
        "We raised $50M in Series B funding.",
        "Annual revenue of $5,000,000 and growing",
        "You manage a budget of $400,000.",
        "Track record of closing deals of $50K–$250K",
        "Life insurance of $50,000 at no cost to you",
        "Health benefits worth $12,000 per year",
        "Patients pay $25 per visit.",
        "Our practice bills $150 per session.",
        "Sliding scale fees from $60 per session",
        "A $500 fine for each violation",
        "Families earning less than $30,000 per year",
        "$0 copay for members",
        "Won a $250,000 grant in the spring",
        "Members save an average of $1,800 annually.",
        "The disclosure costs £47.50 and will be deducted from the first month.",
        "A city of 62,000 residents",
        "Caseload of 25-30 clients per week",
        "Call 555-123-4567 for details of the pay.",
        "Monday to Friday 9-5, 40 hours per week",
        "Medical, dental and 401k",
        "Knowledge of S3 and ISO 27001",
        "Salary grade 12, posted in 2025",
        "Apply online for job #44555.",
        "Annual salary: $0.00 - $0.00",
    ],
)
def test_a_sum_that_nobody_is_paid_is_no_pay(text: str) -> None:
    assert stated(text) == ()


def test_several_sums_in_a_sentence_keep_their_purposes_apart() -> None:
    text = "Base salary of $95,000 - $105,000 with an annual bonus of up to $15,000 and a $500 stipend."
    assert [(f.kind, f.max) for f in stated(text)] == [
        ("base", 105_000),
        ("bonus", 15_000),
        ("other", 500),
    ]
    text = "Compensation includes $75,000 base and $50,000 commission."
    assert [(f.kind, f.max) for f in stated(text)] == [("base", 75_000), ("other", 50_000)]
    text = "The salary is $80,000 (OTE $160,000)."
    assert [(f.kind, f.max) for f in stated(text)] == [("base", 80_000), ("other", 160_000)]


def test_the_unit_of_one_range_is_not_lent_to_the_next() -> None:
    text = "Pay in the U.S. is: $55,000/year - $80,000/year. In Ohio, the salary is: $60,000 - $75,000."
    assert base(text) == [(55_000, 80_000, "year"), (60_000, 75_000, None)]


def test_each_place_keeps_its_own_range() -> None:
    assert base("New York: $72,000-$80,000", "Colorado: $65,000-$74,000") == [
        (72_000, 80_000, None),
        (65_000, 74_000, None),
    ]


def test_the_same_pay_by_the_year_and_by_the_hour_is_two_facts() -> None:
    assert base("Salary: $62,400 - $75,000 annually ($30.00 - $36.06/hour)") == [
        (62_400, 75_000, "year"),
        (30, 36.06, "hour"),
    ]


def test_total_compensation_is_the_wage_only_where_no_wage_stands_beside_it() -> None:
    assert base("Total compensation: $110,000 - $130,000") == [(110_000, 130_000, None)]
    both = "Total compensation is $110,000 - $130,000. Base salary is $90,000 - $100,000."
    assert base(both) == [(90_000, 100_000, None)]


def test_minimum_and_maximum_on_lines_of_their_own_are_one_range() -> None:
    assert base("Salary", "Minimum: $50,000", "Maximum: $65,000") == [(50_000, 65_000, None)]
    assert base("Min", "$50,000", "Max", "$65,000") == [(50_000, 65_000, None)]
    assert base("ANNUAL SALARY:", "$66,600 to", "$99,900") == [(66_600, 99_900, "year")]


def test_a_table_names_its_columns_and_rows() -> None:
    cells = [
        ("cell", "Role", 0),
        ("cell", "Min Hourly Pay", 1),
        ("cell", "Max Hourly Pay", 2),
        ("cell", "Nurse I", 0),
        ("cell", "$30.00", 1),
        ("cell", "$38.00", 2),
        ("cell", "Nurse II", 0),
        ("cell", "$36.00", 1),
        ("cell", "$44.00", 2),
    ]
    assert base(*cells) == [(30, 38, "hour"), (36, 44, "hour")]


def test_a_heading_names_what_stands_under_it() -> None:
    assert base(("heading", "Hourly pay", 2), "$21.50") == [(21.5, 21.5, "hour")]
    found = stated(("heading", "Sign-On Bonus", 2), "Up to $5,000")
    assert [(fact.kind, fact.min, fact.max) for fact in found] == [("bonus", None, 5_000)]


def test_a_lone_range_says_less_in_words_about_the_employer() -> None:
    text = document("Practices like ours grow by $12,000 - $14,000.", "$16,000 - $18,000")
    about = (Section("about-employer", Span(0, len(text.text))),)
    assert pay(facts.draft(text, about)) == ()
    assert len(pay(facts.draft(text, ()))) == 1


def test_a_fact_spans_the_words_that_open_it_and_its_period() -> None:
    text = document("Therapists are paid up to $45 per hour here.")
    [fact] = pay(facts.draft(text, ()))
    assert fact.span is not None
    assert text.cut(fact.span) == "up to $45 per hour"
    assert fact.modality is Modality.OFFERED
    assert not fact.given


def salary(**leaves: str) -> Draft:
    fields = tuple(Field(name.replace("_", "."), value) for name, value in leaves.items())
    return facts.draft(document("A job.", fields=fields), ())


@pytest.mark.parametrize(
    ("leaves", "low", "high", "unit", "currency"),
    [
        (
            {
                "baseSalary_currency": "USD",
                "baseSalary_value_minValue": "62000",
                "baseSalary_value_maxValue": "75,000.00",
                "baseSalary_value_unitText": "YEAR",
            },
            62_000,
            75_000,
            "year",
            "USD",
        ),
        (
            {"baseSalary_value_value": "31.50", "baseSalary_value_unitText": "HOUR"},
            31.5,
            31.5,
            "hour",
            None,
        ),
        ({"baseSalary": "$28 - $34 an hour"}, 28, 34, "hour", "USD"),
        ({"salary": "$90,000"}, 90_000, 90_000, None, "USD"),
        ({"salary": "90000"}, 90_000, 90_000, None, None),
        ({"pay_min": "20", "pay_max": "25", "pay_unit": "hourly"}, 20, 25, "hour", None),
    ],
)
def test_pay_given_as_data_is_a_fact_without_a_span(
    leaves: dict[str, str], low: float, high: float, unit: str | None, currency: str | None
) -> None:
    [fact] = pay(salary(**leaves))
    assert (fact.min, fact.max, fact.unit, fact.currency) == (low, high, unit, currency)
    assert fact.given
    assert fact.span is None
    assert fact.kind == "base"


@pytest.mark.parametrize(
    "leaves",
    [
        {"salary": "competitive"},
        {"baseSalary_value_minValue": "0", "baseSalary_value_maxValue": "0"},
        {"payload": "12345"},
        {"baseSalary_currency": "USD"},
    ],
)
def test_data_without_a_sum_gives_no_fact(leaves: dict[str, str]) -> None:
    assert pay(salary(**leaves)) == ()


@pytest.mark.parametrize(
    "worst",
    [
        "$" * 1_000_000,
        "1" * 1_000_000,
        "1," * 500_000,
        "$1-" * 300_000,
        " " * 1_000_000,
        "1k-" * 300_000,
        "between $1 and " * 60_000,
        "$1 in total flat " * 60_000,
        "pay ( " * 160_000 + "$5",
        "min $1\n" * 140_000,
    ],
)
def test_a_megabyte_of_the_worst_characters_is_read(worst: str) -> None:
    assert len(amounts(worst)) <= 1_000
    lines = document(*worst[:1_000_000].split("\n")[:50_000])
    assert isinstance(pay(facts.draft(lines, ())), tuple)


def test_the_labelled_pay_is_found(shared: Path) -> None:
    right = wrong = missed = 0
    for path in sorted((shared / "accuracy" / "dev").glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        [file] = [
            file
            for file in path.parent.glob(path.name.replace(".gold.json", ".*"))
            if readers.readable(str(file)) and not file.name.endswith((".read.txt", ".json"))
        ]
        read = readers.read(file.read_bytes(), str(file))[0]
        found = {
            (fact.min, fact.max, fact.unit)
            for fact in pay(facts.draft(read, outline(read)))
            if fact.kind == "base"
        }
        wanted = {
            (item["min"], item["max"], item["unit"])
            for item in gold["facts"].get("pay") or ()
            if item["kind"] == "base"
        }
        right += len(found & wanted)
        wrong += len(found - wanted)
        missed += len(wanted - found)
    assert 2 * right / (2 * right + wrong + missed) >= 0.92
