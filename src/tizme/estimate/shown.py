"""An answer sheet that a notebook can show."""

from __future__ import annotations

from dataclasses import dataclass, fields

from tizme.estimate.figures import Figure, named, style
from tizme.estimate.page import body_html
from tizme.model import AnswerSheet


@dataclass(frozen=True)
class ShownSheet(AnswerSheet):
    """What the Python door gives back: the sheet, and how a notebook draws it."""

    def figures(self) -> dict[str, Figure]:
        """Name -> figure: posterior, models, leave-one-out, strata, overlap, registry, roads.

        >>> import tizme
        >>> tizme.estimate("counts.csv").figures()["models"]  # doctest: +SKIP
        """
        return dict(named(self))

    def _repr_html_(self) -> str:
        return f'<div class="tz-sheet"><style>{style()}</style>{body_html(self, heading=3)}</div>'


def shown(sheet: AnswerSheet) -> ShownSheet:
    """The same sheet, for a notebook."""
    return ShownSheet(**{field.name: getattr(sheet, field.name) for field in fields(AnswerSheet)})
