"""The options that several commands share, and the settings made of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import click

from jdlint.config import Config, with_options
from jdlint.document import Draft
from jdlint.errors import Unreadable
from jdlint.rule import Severity
from jdlint.run import Input, Settings, discover, drafts

stdin_name = click.option(
    "--stdin-filename",
    default="stdin.md",
    metavar="NAME",
    help="With -, the name that tells the format: draft.html.",
)


def inputs(paths: tuple[str, ...], name: str, *, skip_other: bool = False) -> Iterator[Input | str]:
    """Yield what paths stand for, `-` being standard input under the name given; see `discover`.

    With `skip_other` files count as found in a folder, also where they are named.
    """
    if "-" in paths:
        yield Input(name, data=sys.stdin.buffer.read())
    for found in discover([path for path in paths if path != "-"]):
        yield found._replace(named=False) if skip_other and isinstance(found, Input) else found


def facts_given(values: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Parse `--fact name=value`; raise click.BadParameter with what to write."""
    from jdlint.checks import nearest
    from jdlint.config import EMPLOYER
    from jdlint.facts import FAMILIES

    names = [*FAMILIES, "place", *(f"employer.{key}" for key in EMPLOYER)]
    given: dict[str, tuple[str, ...]] = {}
    for text in values:
        name, sign, value = text.partition("=")
        if not sign or not value:
            message = f"“{text}” is not NAME=VALUE; write --fact place=US-CO"
            raise click.BadParameter(message)
        if name not in names:
            message = f"there is no fact “{name}”{nearest(name, names)}"
            raise click.BadParameter(message)
        given[name] = (*given.get(name, ()), value)
    return given


def day(text: str | None) -> date | None:
    """Parse a date; raise click.BadParameter with what to write."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is not a date; write it as 2026-07-01"
        raise click.BadParameter(message) from None


def names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Split comma-separated names."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose rules and settle facts."""
    for option in reversed(
        (
            click.option(
                "--profile",
                metavar="NAME",
                help="recommended (default), strict (a gate before publishing) or minimal.",
            ),
            click.option(
                "--select", multiple=True, metavar="RULES", help="Only these rules or families."
            ),
            click.option(
                "--ignore", multiple=True, metavar="RULES", help="Not these rules or families."
            ),
            click.option(
                "--fail-on",
                type=click.Choice(["error", "warning", "info"]),
                help="End with 1 for findings of this level or above.",
            ),
            click.option(
                "--fact",
                multiple=True,
                metavar="NAME=VALUE",
                help="Something the draft leaves open: --fact place=US-CO.",
            ),
            click.option("--as-of", metavar="DATE", help="Ask what holds on a day: 2026-07-01."),
            click.option(
                "--isolated", is_flag=True, help="Use no configuration file, only these options."
            ),
        )
    ):
        command = option(command)
    return command


def settings(
    *,
    profile: str | None = None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    fail_on: str | None = None,
    fact: tuple[str, ...] = (),
    as_of: str | None = None,
    isolated: bool = False,
) -> Settings:
    """Make settings of the options of `choosing`; raise click.BadParameter for a bad value."""
    options: dict[str, Any] = {
        "profile": profile,
        "select": names(select),
        "fail_on": Severity[fail_on.upper()] if fail_on else None,
        "given": facts_given(fact),
        "as_of": day(as_of),
    }
    ignored = names(ignore)

    def lay_over(config: Config) -> Config:
        laid = with_options(config, **options)
        return with_options(laid, ignore=(*laid.ignore, *ignored))

    return Settings(lay_over, isolated=isolated)


def read(
    paths: tuple[str, ...], options: dict[str, Any], errors: list[str]
) -> Iterator[tuple[str, Draft]]:
    """Yield the drafts that can be read, each with its path; `options` are those of a command.

    A line is added to `errors` for each path that stands for nothing and each file that cannot be
    read.
    """
    named = list(inputs(paths, options.pop("stdin_filename")))
    chosen = settings(**options)
    for item in named:
        if isinstance(item, str):
            errors.append(item)
            continue
        try:
            config, _ = chosen.of(item.path)
            for draft in drafts(item, config):
                yield item.path, draft
        except Unreadable as error:
            errors.append(str(error))
