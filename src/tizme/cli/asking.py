"""A language model beside the rules, as the command line has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from tizme.engines import language_model
from tizme.engines.llm_address import StaysHere, address_of
from tizme.extract.asking import Verified, ask, verified
from tizme.model import Asked, Document, Extraction, Suggestion
from tizme.ports.language_model import LanguageModel
from tizme.text.safe import safe_text


@dataclass(frozen=True, slots=True)
class Asking:
    """A model that may be asked."""

    model: LanguageModel

    def read(
        self, document: Document, rules: Extraction, *, published: str, lang: str, stop: Callable[[], bool]
    ) -> tuple[Asked, Verified]:
        """Ask about a document and hold the answers against it."""
        day = published or document.published
        asked = ask(document, self.model, published=day, lang=lang, stop=stop)
        return asked, verified(document, rules, asked, published=day, lang=lang)


def asking_of(url: str, model: str, *, host: str, key: str, seconds: float, confidential: bool) -> Asking:
    """The model at ``url``.

    Raises:
        StaysHere: it is not this machine and was not named, or what is to be read is confidential.
    """
    address = address_of(url, named_host=host)
    if confidential and not address.is_local:
        raise StaysHere("a confidential text", address.host, "use a server on this machine (127.0.0.1)")
    return Asking(language_model(url, model, named_host=host, key=key, seconds=seconds))


def told_json(asking: Asking, asked: Asked, done: Verified) -> dict[str, Any]:
    """The fields that stand beside the claims."""
    return {
        "suggestions": [_suggestion(one) for one in done.suggestions],
        "llm": {
            "model": asking.model.name,
            "suggested": len(asked.suggested),
            "verified": len(done.added),
            "agreed": done.agreed,
            "malformed": asked.malformed,
            "failures": list(asked.failures),
        },
    }


def _suggestion(one: Suggestion) -> dict[str, Any]:
    return asdict(one.said) | {"start": one.start, "end": one.stop, "problems": list(one.problems)}


def told_text(asking: Asking, asked: Asked, done: Verified) -> str:
    """The same for people: suggestions are no claims and look like none."""
    lines = [
        f"\n  {safe_text(asking.model.name)}: {len(asked.suggested)} suggestions",
        f"  {len(done.added)} borne out by the text and taken, {done.agreed} that the rules had found",
    ]
    if done.suggestions:
        lines.append("  Not borne out; no claims, for a human to look at:")
    lines += [
        f"    ({', '.join(one.problems)}) {safe_text(one.said.person, limit=60)}: "
        f"{safe_text(one.said.property, limit=40)} {safe_text(one.said.value, limit=60)} "
        f'"{safe_text(one.said.quote, limit=120)}"'
        for one in done.suggestions
    ]
    return "\n".join(lines)
