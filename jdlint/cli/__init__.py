"""The command line: `jdlint PATHS` checks; other commands are read in when they are called."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from jdlint import __version__

COMMANDS = {
    "check": "Check job descriptions (this is what jdlint PATHS does).",
    "rules": "List the rules.",
    "explain": "Tell why a rule is there, with its source and examples.",
    "facts": "Show what a job description states.",
    "stats": "Measure how hard a job description is to read.",
    "config": "Show the settings that hold for a folder.",
    "test": "Run the examples of your own rules.",
}


class Doors(click.Group):
    """A group whose commands are imported when called; what is no command is a path to check."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"jdlint.cli.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = ("--help", "-h", "--version")
        if args and args[0] not in COMMANDS and args[0] not in own:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Doors,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(__version__, prog_name="jdlint")
def cli() -> None:
    """Check job descriptions the way a linter checks code.

    \b
    jdlint posting.md              check one draft
    jdlint postings/               check every draft in a folder
    jdlint --profile strict FILE   check before you publish
    jdlint explain RULE            why a rule is there, and what to write

    jdlint reads Markdown, plain text, HTML, JSON-LD and YAML. It never connects to the network
    and keeps no copy of a draft.
    """


def main() -> NoReturn:
    """Run the program and exit: 0 clean, 1 findings, 2 when something could not be done."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code: Any = cli.main(standalone_mode=False)
    except click.exceptions.Exit as done:
        code = done.exit_code
    except click.Abort:
        click.echo("stopped", err=True)
        code = 130
    except click.ClickException as error:
        error.show()
        code = 2
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    except Exception as error:
        from jdlint.errors import JdlintError

        if not isinstance(error, JdlintError):
            raise
        click.echo(f"jdlint: {error}", err=True)
        code = 2
    from jdlint import patterns

    patterns.keep()
    gc.freeze()  # what is left is not looked through at the end: a fifth of a short run
    sys.exit(code if isinstance(code, int) else 0)
