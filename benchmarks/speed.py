"""Time jdlint beside other prose linters, on one page and on a folder of pages.

Usage: python benchmarks/speed.py [--home FOLDER] [--runs N] [--copies N] [--page FILE]

Installs this checkout as a user would (a wheel, in an environment of its own), with proselint
beside it, and write-good and alex where `npm` is there; then runs each in a fresh process, one
untimed time and `--runs` timed ones, and prints a table: median wall time in milliseconds, peak
resident memory in MiB, exit status, and what a further page costs. The folder holds `--copies`
pages that differ in a line, so that nothing is gained by having seen a text before; no tool's
cache is on. `--home` keeps the installed tools between runs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "fixtures" / "found" / "outpatient-therapist.md"


class Measured(NamedTuple):
    """Median wall time in seconds, peak memory in MiB and exit status of one command."""

    seconds: float
    memory: float
    status: int


def main() -> None:
    """Install the tools, run them, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--home", type=Path, help="where the tools are installed and kept")
    parser.add_argument("--runs", type=int, default=15, help="timed runs a cell (15)")
    parser.add_argument("--copies", type=int, default=200, help="pages in the folder (200)")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page (a Markdown fixture)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        home = options.home or Path(scratch) / "tools"
        commands = installed(home)
        work = Path(scratch) / "pages"
        work.mkdir()
        text = options.page.read_text(encoding="utf-8")
        pages = [work / f"page{number:03}.md" for number in range(options.copies)]
        for number, page in enumerate(pages):
            page.write_text(f"{text}\nReference {number}\n", encoding="utf-8")
        print(
            f"{options.page.name}: {len(text.split())} words; {options.copies} pages in the folder;"
            f" median of {options.runs}; {os.cpu_count()} cores; Python {sys.version.split()[0]}\n"
        )
        print("| tool | one page, ms | MiB | exit | folder, ms | MiB | a further page, ms |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        for name, command in commands:
            one = measured([*command, str(pages[0])], work, options.runs)
            many = measured([*command, *map(str, pages)], work, max(3, options.runs // 3))
            further = (many.seconds - one.seconds) * 1000 / (options.copies - 1)
            print(
                f"| {name} | {one.seconds * 1000:.0f} | {one.memory:.0f} | {one.status} "
                f"| {many.seconds * 1000:.0f} | {many.memory:.0f} | {further:.1f} |",
                flush=True,
            )


def installed(home: Path) -> list[tuple[str, list[str]]]:
    """Names and commands of the tools, installed under `home`; what has no installer is left out.

    Raises `subprocess.CalledProcessError` where an installer fails.
    """
    environment = home / "python"
    if not environment.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    pip = [str(environment / "bin" / "pip"), "install", "--quiet"]
    subprocess.run([*pip, "proselint"], check=True)
    subprocess.run([*pip, "--force-reinstall", "--no-deps", str(ROOT)], check=True)
    subprocess.run([*pip, str(ROOT)], check=True)
    binaries = environment / "bin"
    tools = [
        ("python -c pass (floor)", [str(binaries / "python"), "-c", "pass"]),
        ("jdlint", [str(binaries / "jdlint"), "check", "--isolated"]),
        ("proselint", [str(binaries / "proselint"), "check"]),
    ]
    npm = shutil.which("npm")
    if npm is None:
        print("npm is not there: write-good and alex are left out", file=sys.stderr)
        return tools
    node = home / "node"
    node.mkdir(parents=True, exist_ok=True)
    if not (node / "node_modules" / ".bin" / "alex").exists():
        quiet = ["--no-fund", "--no-audit", "--loglevel=error"]
        subprocess.run([npm, "install", *quiet, "write-good", "alex"], cwd=node, check=True)
    scripts = node / "node_modules" / ".bin"
    return [
        *tools,
        ("write-good", [str(scripts / "write-good"), "--parse"]),
        ("alex", [str(scripts / "alex")]),
    ]


def measured(command: Sequence[str], folder: Path, runs: int) -> Measured:
    """Run a command in `folder` once untimed, then `runs` times."""
    once(command, folder)
    results = [once(command, folder) for _ in range(runs)]
    return Measured(
        statistics.median(result.seconds for result in results),
        max(result.memory for result in results),
        results[-1].status,
    )


def once(command: Sequence[str], folder: Path) -> Measured:
    """Run a command in a fresh process, its output thrown away."""
    with open(os.devnull, "r+b") as nowhere:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=nowhere, stdout=nowhere, stderr=nowhere
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Measured(seconds, usage.ru_maxrss / unit, process.returncode)


if __name__ == "__main__":
    main()
