"""The measured proofs of a language model's suggestions, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tizme.text.safe import safe_text

if TYPE_CHECKING:
    from tizme.cli.measuring.asking import AskingMeasured


_HEAD = (
    f"{'model':<16}{'suggested':>10}{'malformed':>10}{'literal':>9}{'agreed':>8}{'verified':>9}"
    f"{'false':>7}{'failed':>8}{'seconds':>9}"
)


def tell_asking(measured: AskingMeasured) -> str:
    """A row for each model, what barred its suggestions, and each claim that should not have passed."""
    lines = [
        f"language models over {len(measured.texts)} annotated texts, {measured.rule}, {measured.code}",
        _HEAD,
    ]
    lines += [
        f"{safe_text(one.name, limit=15):<16}{one.suggested:>10}{one.malformed:>10}{one.literal:>9}"
        f"{one.agreed:>8}{one.verified:>9}{one.false:>7}{one.failures:>8}{one.seconds:>9.1f}"
        for one in measured.models
    ]
    for one in measured.models:
        barred = ", ".join(f"{code} {count}" for code, count in one.problems)
        lines.append(f"{safe_text(one.name, limit=15)}: barred by {barred or 'nothing'}")
        lines += [f"  let through: {safe_text(line)}" for line in one.let_through]
    return "\n".join(lines)
