"""The program: `jdlint`, and `python -m jdlint`."""

import gc

gc.set_threshold(50_000, 20, 20)  # a start makes many objects, click's too, and no garbage

from jdlint.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
