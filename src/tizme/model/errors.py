"""Errors: one root, each child also the built-in it resembles, each with a stable code.

``docs/errors.md`` lists every code; a test keeps the two in step.
"""

from __future__ import annotations


class TizmeError(Exception):
    """Something a person can act on: the message says what, where and the next step."""

    code = "tizme"

    def __reduce__(self) -> tuple[object, ...]:
        """So that another process can hand an error back as it was raised, whatever its arguments are."""
        return _as_raised, (type(self), self.args, dict(self.__dict__))


def _as_raised(kind: type[TizmeError], args: tuple[object, ...], attributes: dict[str, object]) -> TizmeError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(attributes)
    return error


class UnusableInput(TizmeError, ValueError):
    """What was handed in cannot be worked with at all (exit status 2)."""

    code = "unusable-input"

    def __init__(self, what: str, where: str, next_step: str) -> None:
        self.what, self.where, self.next_step = what, where, next_step
        super().__init__(f"{where}: {what}; {next_step}")


class MissingExtra(TizmeError, ImportError):
    """An optional part was asked for and is not installed."""

    code = "missing-extra"

    def __init__(self, extra: str, needed_for: str) -> None:
        self.extra, self.needed_for = extra, needed_for
        super().__init__(
            f"{needed_for} needs the optional part '{extra}', which is not installed; "
            f"run: pip install 'tizme[{extra}]', or in a clone: pip install '.[{extra}]'"
        )


class IntegrityFailure(TizmeError, RuntimeError):
    """Evidence is missing, changed or out of chain; the run stops (exit status 3)."""

    code = "integrity-failure"

    def __init__(self, what: str, where: str, next_step: str) -> None:
        self.what, self.where, self.next_step = what, where, next_step
        super().__init__(f"{where}: {what}; {next_step}")


class BadTable(TizmeError, ValueError):
    """A vocabulary table has a row that cannot be used."""

    code = "bad-table"

    def __init__(self, path: str, line: int, problem: str) -> None:
        self.path, self.line, self.problem = path, line, problem
        super().__init__(f"{path}:{line}: {problem}; mend the row and run again")


class UnknownLanguage(TizmeError, LookupError):
    """A language was named that the tables do not cover."""

    code = "unknown-language"

    def __init__(self, lang: str, known: tuple[str, ...]) -> None:
        self.lang, self.known = lang, known
        super().__init__(f"language '{lang}' is not covered; use one of: {', '.join(known)}")


class SpanOutsideText(TizmeError, ValueError):
    """A claim points past the end of its text."""

    code = "span-outside-text"

    def __init__(self, start: int, stop: int, length: int) -> None:
        self.start, self.stop, self.length = start, stop, length
        super().__init__(
            f"span {start}:{stop} does not lie in a text of {length} code points; extract this item again"
        )
