"""A watch says which new words moved which candidate, and hands news to a human."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from tracing_cases import SOUGHT, WATCH, claim, event, record, request

from tizme import places
from tizme.model import Polarity, UnusableInput
from tizme.model.request import Watching
from tizme.trace.watches import (
    Candidate,
    Lookout,
    look,
    notice_sentence,
    notices,
    notices_of,
    noticing,
    ran,
    releasing,
    telling,
    watchings_of,
)
from tizme.trace.weighing import Found, probability, weigh, weigher

NAME = "Болотов Акмат"
AT = "2026-11-22T10:00:00Z"
_STEADY_BITS = {"Эркинович": 15.0, "Сапарович": -8.0}


def steady(sought, records):
    """The plain weigher with name bits that stand, whatever the names room learns."""
    for found in weigher(places.lookup)(sought, records):
        name = next(one.name for one in records if one.id == found.record)
        bits = _STEADY_BITS.get(name.split()[-1], 11.5)
        reasons = tuple(replace(r, bits=bits) if r.field == "name" else r for r in found.reasons)
        yield replace(found, reasons=reasons, probability=probability(reasons))


def case(*sources, new=(), seq=1, fate="unknown"):
    """One person, "p-1", of all the records; ``sources``: (record, claims)."""
    records = tuple(one for one, _ in sources)
    candidate = Candidate("p-1", records[0].name, records, fate)
    claims = {one.id: held for one, held in sources}
    return Lookout(
        records, {r.id: candidate for r in records}, frozenset(new), seq, lambda one: claims[one.id]
    )


def by_name(item):
    return record(item, NAME), [claim(item, "name", NAME, start=7)]


def with_birth(item, born="1988-05-03"):
    held = record(item, f"{NAME} Эркинович", born=born, born_low=int(born[:4]), born_high=int(born[:4]))
    return held, [claim(item, "name", held.name), claim(item, "birth_date", born, "03.05.1988", start=40)]


def test_only_what_is_new_is_searched():
    searched = []

    def spy(sought, records):
        searched.append([one.id for one in records])
        return steady(sought, records)

    old, new = by_name("old"), by_name("new")
    lookout = case(old, new, new={"new"})
    lookout = replace(lookout, candidates={o.id: Candidate(f"p-{o.id}", o.name, (o,)) for o, _ in (old, new)})
    looked = look(request(WATCH), Watching("r-1"), lookout, search=spy)
    assert searched == [["rec-new"], ["rec-new"]]
    assert [moved.candidate for moved in looked.moved] == ["p-rec-new"]


def test_it_says_from_what_to_what_and_by_which_words():
    first = look(request(WATCH), Watching("r-1"), case(by_name("a"), new={"a"}), search=steady)
    (moved,) = first.moved
    assert moved.before is None
    assert 0.2 < moved.after < 0.95
    second = look(
        request(WATCH), first.watching, case(by_name("a"), with_birth("b"), new={"b"}, seq=2), search=steady
    )
    (moved,) = second.moved
    assert moved.before == first.moved[0].after
    assert moved.after > 0.99
    born = next(span for span in moved.spans if span.reason == "born:agree")
    assert (born.item, born.start, born.stop, born.quote) == ("b", 40, 50, "03.05.1988")
    assert {span.item for span in moved.spans} == {"b"}


def test_nothing_new_is_no_news_and_the_mark_stays():
    lookout = case(by_name("a"), new={"a"})
    first = look(request(WATCH), Watching("r-1"), lookout, search=steady)
    again = look(request(WATCH), first.watching, replace(lookout, new_items=frozenset()), search=steady)
    assert again.moved == ()
    assert again.watching == first.watching


def test_an_item_read_again_by_newer_rules_is_no_news():
    first = look(request(WATCH), Watching("r-1"), case(by_name("a"), new={"a"}), search=steady)
    again = look(request(WATCH), first.watching, case(by_name("a"), new={"a"}, seq=9), search=steady)
    assert again.moved == ()
    assert again.watching.seen_seq == 9


def test_a_source_that_contradicts_takes_weight_away():
    first = look(request(WATCH), Watching("r-1"), case(with_birth("a"), new={"a"}), search=steady)
    other = record("b", f"{NAME} Сапарович", born="1971", born_low=1971, born_high=1971)
    against = (other, [claim("b", "name", other.name), claim("b", "birth_date", "1971")])
    second = look(
        request(WATCH), first.watching, case(with_birth("a"), against, new={"b"}, seq=2), search=steady
    )
    (moved,) = second.moved
    assert moved.after < moved.before
    assert any(span.reason == "born:contradicted" and span.bits < 0 for span in moved.spans)


def test_a_contradicted_patronymic_is_not_one_that_is_left_out():
    left_out = weigh(SOUGHT, record("a", NAME), lookup_place=places.lookup).probability
    contradicted = weigh(SOUGHT, record("a", f"{NAME} Сапарович"), lookup_place=places.lookup).probability
    agreed = weigh(SOUGHT, record("a", f"{NAME} Эркинович"), lookup_place=places.lookup).probability
    assert contradicted < left_out / 50
    assert left_out < agreed


def test_a_fathers_name_given_apart_is_held_against_the_patronymic():
    bare = replace(SOUGHT, names=(NAME,))
    for name, code in ((f"{NAME} Эркинович", "father:agree"), (f"{NAME} Сапарович", "father:contradicted")):
        reasons = weigh(bare, record("a", name), lookup_place=places.lookup).reasons
        assert code in {reason.code for reason in reasons}


def test_who_was_heard_from_after_the_death_is_likely_another():
    died = record("a", f"{NAME} Эркинович", event_dates=(("died.date", "2022-03"),))
    reasons = weigh(SOUGHT, died, lookup_place=places.lookup).reasons
    assert "last_contact:after-death" in {reason.code for reason in reasons}


def test_an_age_about_a_day_bounds_the_year_of_birth():
    about = replace(SOUGHT, birth_date="", age="about 30", age_on="2022-10")
    near = record("a", NAME, born_low=1991, born_high=1991)
    far = record("b", NAME, born_low=1975, born_high=1975)
    codes = [
        next(r.code for r in weigh(about, one, lookup_place=places.lookup).reasons if r.field == "born")
        for one in (near, far)
    ]
    assert codes == ["born:fits", "born:contradicted"]


def test_the_one_fact_that_would_decide_is_named():
    assert weigh(SOUGHT, record("a", NAME), lookup_place=places.lookup).would_decide == "born"
    held, _ = with_birth("b")
    assert weigh(SOUGHT, held, lookup_place=places.lookup).would_decide == "place"


def death(item, **more):
    held, claims = with_birth(item)
    return held, [*claims, claim(item, "died.date", "2022-11-14", "погиб 14 ноября", start=60, **more)]


@pytest.mark.parametrize(
    ("fate", "source", "code", "level"),
    [
        ("reported_dead", death("a"), "death-held", "act"),
        ("unknown", death("a"), "death-claimed", "act"),
        ("unknown", death("a", polarity=Polarity.DENIED), "candidate", "check"),
        ("unknown", by_name("a"), "candidate", "note"),
    ],
)
def test_news_of_a_death_has_a_level_and_a_denied_one_is_none(fate, source, code, level):
    held = request(WATCH)
    looked = look(held, Watching("r-1"), case(source, new={"a"}, fate=fate), search=steady)
    (notice,) = notices(held, looked, at=AT)
    assert (notice.code, notice.level) == (code, level)
    assert notice.for_caseworker is True
    for lang in ("en", "ru", "ky"):
        assert notice_sentence(notice, lang=lang)


def test_a_doubtful_candidates_death_is_to_be_checked_not_acted_on():
    held = request(WATCH)
    name, claims = by_name("a")
    unsure = (name, [*claims, claim("a", "died", "true", "погиб")])
    looked = look(held, Watching("r-1"), case(unsure, new={"a"}), search=steady)
    (notice,) = notices(held, looked, at=AT)
    assert (notice.code, notice.level) == ("death-claimed", "check")
    assert "may be him" in notice_sentence(notice, lang="en")


def test_a_later_death_of_a_known_candidate_is_news_though_the_probability_stands():
    held = request(WATCH)
    first = look(held, Watching("r-1"), case(with_birth("a"), new={"a"}), search=steady)
    grave = (replace(with_birth("b")[0]), [claim("b", "buried.date", "2022-12-01", "похоронен")])
    looked = look(held, first.watching, case(with_birth("a"), grave, new={"b"}, seq=2), search=steady)
    assert [n.code for n in notices(held, looked, at=AT)] == ["death-claimed"]


def test_a_search_that_gives_no_bits_speaks_through_its_best_record():
    def search(_sought, records):
        return [Found(one.id, 0.4 if one.list_id == "a" else 0.7, ()) for one in records]

    lookout = case(by_name("a"), by_name("b"), new={"a", "b"})
    (moved,) = look(request(WATCH), Watching("r-1"), lookout, search=search).moved
    assert moved.after == 0.7


def test_a_candidate_that_a_judgement_took_apart_is_said_to_be_gone():
    first = look(request(WATCH), Watching("r-1"), case(with_birth("a"), new={"a"}), search=steady)
    empty = Lookout((), {}, frozenset(), 2, lambda _: [])
    (moved,) = look(request(WATCH), first.watching, empty, search=steady).moved
    assert (moved.candidate, moved.after) == ("p-1", 0.0)


def test_what_a_family_was_told_needs_a_humans_release_first():
    held = request(WATCH)
    looked = look(held, Watching("r-1"), case(death("a"), new={"a"}), search=steady)
    (notice,) = notices(held, looked, at=AT)
    with pytest.raises(UnusableInput, match="nobody has released"):
        telling(notice, on="2026-11-23", how="in person")
    with pytest.raises(UnusableInput, match="reason"):
        releasing(notice, lang="ky", note=" ")
    events = [
        event(*noticing(notice)),
        event(*releasing(notice, lang="ky", note="two sources read"), by="Bermet"),
    ]
    released = notices_of(events)[notice.id]
    assert released.released_by == "Bermet"
    events.append(event(*telling(released, on="2026-11-23", how="at home, her sister there")))
    told = notices_of(events)[notice.id]
    assert (told.told_on, told.told_by, told.told_how) == ("2026-11-23", "Aida", "at home, her sister there")


def test_how_far_a_watch_looked_comes_back_from_its_history():
    looked = look(request(WATCH), Watching("r-1"), case(by_name("a"), new={"a"}, seq=4), search=steady)
    assert watchings_of([event(*ran(looked))])["r-1"] == looked.watching


def test_where_several_villages_bear_a_name_none_of_them_speaks_against_him():
    from_karasu = replace(SOUGHT, origin="Кара-Суу", birth_place="", residence="")
    held = replace(
        record("a", NAME), places=("KG-O-kara-su", "KG-O", "KG"), place_words=("Кара-Суу районунун",)
    )
    codes = [one.code for one in weigh(from_karasu, held, lookup_place=places.lookup).reasons]
    assert "place:agree" in codes
    assert "place:contradicted" not in codes


def test_a_caseworker_reads_words_and_no_codes():
    from tizme.cli.watch import reason_words

    said = reason_words("name:given:agree,family:agree,father:left-out", lang="en")
    assert said == "the given name is the same; the family name is the same"
    assert reason_words("death-claimed:died.date", lang="en") == "tells of a death (died.date)"
    assert reason_words("born:agree-by-year", lang="ru") == "год рождения совпадает"
    assert reason_words("listed:kin:same-tie", lang="en").startswith("a relative has the same name")
