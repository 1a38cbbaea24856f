"""Ask a model about a document, passage by passage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tizme.extract.asking.passages import passages, requests, stretches
from tizme.extract.asking.properties import schema, system_prompt, user_prompt
from tizme.extract.asking.replies import suggestions_in
from tizme.model import Asked, Document, Suggested
from tizme.ports.language_model import LanguageModel, ModelUnavailable


def ask(
    document: Document,
    model: LanguageModel,
    *,
    published: str,
    lang: str = "",
    stop: Callable[[], bool] = lambda: False,
) -> Asked:
    """What the model suggests of a document's text. A list is not asked about: its columns say what it says.

    A request that fails is one failure; the others are asked all the same. After two in a row that nobody
    answered the rest is given up, so that a server that is gone is not waited for a thousand times.

    Args:
        stop: Asked before each request.
    """
    if document.rows:
        return Asked(model.name, ())
    parts = stretches(document, published=published, lang=lang)
    found: list[Suggested] = []
    failures: list[str] = []
    malformed = in_a_row = 0
    for some in requests(passages(document, parts)):
        if stop() or in_a_row > 1:
            break
        part = parts[some[0].section]
        shown = [(one.number, document.text[one.start : one.stop]) for one in some]
        asked = user_prompt(shown, lang=part.lang, published=part.published)
        try:
            answer = model.answer(system_prompt(), asked, schema=schema())
        except ModelUnavailable as error:
            failures.append(str(error))
            in_a_row += 1
            continue
        in_a_row = 0
        suggested, bad = suggestions_in(answer)
        malformed += bad
        numbers = {one.number for one in some}
        # A passage that was not in this request cannot have been read for it.
        found += [one if one.passage in numbers else replace(one, passage=-1) for one in suggested]
    return Asked(model.name, tuple(dict.fromkeys(found)), tuple(failures), malformed)
