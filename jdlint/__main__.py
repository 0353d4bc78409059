"""`python -m jdlint` is the same program as `jdlint`."""

from jdlint.cli import main

main()
