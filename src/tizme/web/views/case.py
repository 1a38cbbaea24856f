"""The first page: where the case stands and what to do next."""

from django.http import HttpRequest, HttpResponse

from tizme.web import lookup
from tizme.web.site import page, site_of
from tizme.web.tags import times


def front(request: HttpRequest) -> HttpResponse:
    """Counts and next steps."""
    seen = lookup.overview(site_of(request).store)
    return page(request, "case", {"seen": seen, "next_steps": _next_steps(seen)})


def _next_steps(seen: lookup.Overview) -> list[tuple[str, str]]:
    """(sentence, address) for what a person should look at, most pressing first."""
    steps = []
    if not seen.captures:
        steps.append(
            ("Nothing has been captured yet: run `tizme add` with your files, then `tizme run`.", "")
        )
    elif not seen.runs:
        steps.append(("The case has not been run yet: run `tizme run`.", ""))
    if seen.failures:
        steps.append(
            (
                f"Look at what could not be read or extracted: {times(seen.failures, 'item')}.",
                "/items/?failed=1",
            )
        )
    if seen.persons_in_conflict:
        persons = times(seen.persons_in_conflict, "person")
        steps.append(
            (f"Compare the words where sources contradict each other: {persons}.", "/persons/?conflict=1")
        )
    if dict(seen.by_fate).get("reported_dead"):
        steps.append(
            (
                "Look for a document or an independent source on those who are only reported dead.",
                "/persons/?fate=reported_dead",
            )
        )
    return steps


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address that leads nowhere."""
    return page(request, "missing", {}, status=404)
