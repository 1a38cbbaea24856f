"""How many people are on no list, from the overlap of the lists.

Reads: counts by list, never names. Writes: an AnswerSheet, models side by side with what they assume.
Never: prints a number without the model and the diagnostics that it rests on, or where a rule refuses it.
"""

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from tizme.estimate.loading import load_counts, table_of, with_coverage

if TYPE_CHECKING:
    from tizme.estimate.sheet import Asked, answer
    from tizme.estimate.shown import ShownSheet

__all__ = ["Asked", "answer", "load_counts", "table_of", "with_coverage"]


def __getattr__(name: str) -> Any:
    # The models bring scipy and numba; a page that only draws a kept answer goes without them.
    if name in {"Asked", "answer"}:
        return getattr(importlib.import_module("tizme.estimate.sheet"), name)
    raise AttributeError(f"module 'tizme.estimate' has no attribute '{name}'")


class _Door(ModuleType):
    """``tizme.estimate`` is this room and, called, the Python door of the same name."""

    def __call__(
        self,
        counts: Any,
        *,
        models: tuple[str, ...] | None = None,
        coverage: str | Path | None = None,
        extras: bool = True,
    ) -> "ShownSheet":
        """Everything that a table of counts says about how many there are.

        A notebook shows what comes back with its figures; ``.figures()`` gives these one by one.

        Args:
            counts: A path, rows, a mapping such as {"101": 17}, a data frame, or a CountsTable; a list
                of CountsTable is one register linked in several ways.
            models: Names as `tizme estimate --models` takes them; all where not given.
            coverage: A TOML file that says which list leaves out whom.

        Raises:
            UnusableInput: the counts or a model's name cannot be used.

        >>> import tizme
        >>> sheet = tizme.estimate({"110": 54, "101": 6, "011": 0, "111": 12, "100": 5, "010": 5, "001": 41})
        ... # doctest: +SKIP
        >>> sheet.headline.estimate  # doctest: +SKIP
        """
        from tizme.estimate.sheet import Asked, answer
        from tizme.estimate.shown import shown
        from tizme.model import CountsTable

        given = list(counts) if isinstance(counts, list | tuple) else []
        many = bool(given) and all(isinstance(one, CountsTable) for one in given)
        tables = [table_of(one, coverage=coverage) for one in (given if many else [counts])]
        asked = Asked(extras=extras) if models is None else Asked(models=models, extras=extras)
        return shown(answer(tables, asked))


sys.modules[__name__].__class__ = _Door
