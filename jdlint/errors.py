"""The errors that a user can cause, each with a place and what to do."""


class JdlintError(Exception):
    """One line for the person at the keyboard: `path:line: what is wrong; what to do`."""

    def __init__(self, message: str, *, path: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}" if place else self.message


class Unreadable(JdlintError):
    """A draft that cannot be read: missing, binary, malformed, too large."""


class NoPosting(Unreadable):
    """A well-formed file without a job description (a package.json, say)."""


class ConfigError(JdlintError):
    """A configuration file or a command-line value that jdlint does not understand."""


class PackError(JdlintError):
    """A rule, a profile or a data table that is not well formed."""
