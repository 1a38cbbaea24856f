"""Who tells a text that says "I": the one it is about, or a relative."""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.genre import written_by_office
from tizme.extract.interviewees import introduce_expert
from tizme.extract.introductions import introduce_writer
from tizme.extract.recorded import is_recorded
from tizme.extract.voices import Voice
from tizme.extract.who import Who

# So many sentences with an "I" outside quotation marks make a text its writer's own.
OWN_SENTENCES = 2
_AT, _MINE = frozenset({"у", "в"}), frozenset({"меня", "нас", "мене"})
_HIS = frozenset({"ӯ", "ӯро", "вай", "вайро", "онҳо", "онҳоро"})  # behind the relative's word
_VILLAGES = frozenset(
    {"деҳаи", "маҳаллаи", "ноҳияи", "шаҳри", "мактаби", "ҷамоати", "кишвари", "халқи", "миллати"}
)
NOTICE_WORDS = 4  # of a line that says that somebody is sought
SPEAKER_WORDS = 5  # tokens before the colon behind which somebody is heard: "Мать солдата из Оша:"
LIST_HEAD = 4  # sentences over a list
PRESENTED_WITHIN = 8  # tokens in which a notice names somebody and says how old he is
BYLINE_AMONG, BYLINE_WORDS = 3, 4  # the first sentences, and words of the one that says who writes


def set_narrator(sentences: list[Sentence], discourse: Discourse) -> None:
    """Bring in whoever says "I", "my brother" or "help us find" outside quotation marks, if anybody does.

    A relative is brought in at once; one who tells of himself is whom the text is about at his first "I".
    """
    body = [s for s in sentences if not s.heading]
    if not body:
        return
    if written_by_office(sentences, lang=discourse.lang):
        discourse.narrates = "official"
        return
    if any(_of_your_son(s) for s in body) or _asks_a_relative(body):
        who = discourse.somebody("interviewee", body[0], role="relative")
        discourse.narrator, discourse.narrates = who, "relative"
        return
    if _interviews_himself(body):
        headings = [s for s in sentences[: body[0].index] if s.heading]
        discourse.narrator = introduce_expert(_opening(body), discourse) or introduce_expert(
            headings, discourse
        )
        discourse.narrates = "self" if discourse.narrator is None else "source"
        return
    if is_recorded(sentences, discourse) or introduce_writer(body, discourse) is not None:
        return
    signed = _byline(sentences, discourse)
    if signed is not None:
        sentence, kin = signed
        who = discourse.somebody("writer", sentence, role="relative", sex=kin.cue.value)
        who.relation = kin.cue.property
        discourse.narrator, discourse.narrates = who, "relative"
        discourse.byline = (kin.start, kin.stop, sentence.index)
        return
    if _sought_by_several(sentences, discourse):
        return
    seeks = any(_seeks(s) for s in sentences) and not any(
        is_jargon(h, "mourns") for s in body for h in s.hits
    )
    if seeks or any(_seeks_kin(s, discourse) for s in body):
        who = discourse.somebody("writer", body[0], role="relative")
        discourse.narrator, discourse.narrates = who, "relative"
        return
    own = sum(any(_says_i(s, i, discourse) for i in range(len(s.words))) for s in body)
    if own >= OWN_SENTENCES:
        discourse.narrates = "self"


def _of_your_son(sentence: Sentence) -> bool:
    """ "— Писаратон кай рафт?": whoever is asked so is a relative of the one who is told of."""
    return sentence.turn == "question" and any(
        h.cue.kind == "kin" and {"yours", "victim"} <= h.cue.flags for h in sentence.hits
    )


def _asks_a_relative(body: list[Sentence]) -> bool:
    """ "Её брат Улан ... — Как он оказался в армии?": who is asked of him as of another is the relative."""
    opening = _opening(body)
    if not opening or opening[-1].turn != "question" or _interviews_himself(body):
        return False
    asked = opening[-1]
    behind_kin = [
        s.words[h.last + 1]
        for s in opening[:-1]
        for h in s.hits
        if h.cue.kind == "kin" and h.last + 1 < len(s.words)
    ]
    names = {t.low for t in behind_kin if t.text[:1].isupper()}
    of_name = any(
        word.low in names and "," not in {t.low for t in asked.words[max(0, at - 1) : at + 2]}
        for at, word in enumerate(asked.words)  # "— Рустам, как вы там оказались?" is said to himself
    )
    return of_name or any(h.cue.kind == "pron" and h.cue.value == "male" for h in asked.hits)


def _byline(sentences: list[Sentence], discourse: Discourse) -> tuple[Sentence, Hit] | None:
    """ "Пишет сестра.", "His mother writes:": the line that says which relative wrote the text below."""
    for sentence in sentences[:BYLINE_AMONG]:
        words = [t for t in sentence.words if t.kind == "word"]
        kin = [h for h in sentence.hits if h.cue.kind == "kin" and not {"count", "plural"} & h.cue.flags]
        says = [h for h in sentence.hits if h.cue.kind == "say"]
        told = [h for h in sentence.hits if h.cue.kind == "event" and "weak" not in h.cue.flags]
        ends = discourse.text[: sentence.stop].rstrip().endswith((".", ":"))
        alone = not sentence.quotes and not told and ends and len(words) <= BYLINE_WORDS
        if alone and len(kin) == 1 and says and sentence.index + 1 < len(sentences):
            return sentence, kin[0]
    return None


def _interviews_himself(body: list[Sentence]) -> bool:
    """True for questions and answers that no relative gives: none is named before the first of them."""
    opening = _opening(body)
    return bool(opening) and not any(
        h.cue.kind == "kin" and "count" not in h.cue.flags and not _counts_children(s, h)
        for s in opening
        for h in s.hits
    )


def _opening(body: list[Sentence]) -> list[Sentence]:
    """What stands over the questions and answers, and the first of them; empty where there are none."""
    first = next((n for n, s in enumerate(body) if s.turn), None)
    return [] if first is None else body[: first + 1]


def _counts_children(sentence: Sentence, kin: Hit) -> bool:
    """ "Sherzod, 31, a father of two": the man himself, and no relative of his."""
    return any(h.cue.property == "parent_of" and h.first <= kin.first <= h.last for h in sentence.hits)


def begin_answer(sentence: Sentence, discourse: Discourse) -> None:
    """An answer is about the one who is asked, whoever was spoken of before."""
    if sentence.turn != "answer" or discourse.narrates != "self" or sentence.paragraph == discourse.paragraph:
        return
    about = discourse.narrator or discourse.focus or discourse.first_subject()
    discourse.narrator = about or discourse.somebody("interviewee", sentence)
    discourse.focus = discourse.narrator


def narrators_voice(sentences: list[Sentence], discourse: Discourse, own: Voice) -> Voice:
    """The voice of the text: its narrator's where it has one, else the item's."""
    if discourse.narrates == "official" and own.kind == "press":
        return Voice("official")
    who = discourse.narrator
    if who is None and any(s.turn == "answer" for s in sentences):
        who = discourse.first_subject()
    if who is None or own.kind != "press":
        return own
    kind = {"subject": "self", "source": "source", "official": "official"}.get(who.role, "relative")
    return Voice(kind, who.label, who)


def speaks_as_i(sentence: Sentence, at: int, discourse: Discourse) -> Who | None:
    """Whom an "I" outside quotation marks stands for."""
    if (
        sentence.turn == "question"
        or discourse.narrates not in {"self", "relative", "source"}
        or sentence.in_quote(sentence.words[at].start)
    ):
        return None
    if discourse.narrator is None:
        discourse.narrator = discourse.focus or discourse.somebody("writer", sentence)
    return discourse.narrator


def _says_i(sentence: Sentence, at: int, discourse: Discourse) -> bool:
    token = sentence.words[at]
    if sentence.in_quote(token.start):
        return False
    return token.low in discourse.grammar.singular_first


def _seeks(sentence: Sentence) -> bool:
    """ "помогите найти", "help us find": outside quotation marks; not "ищем земляка".

    "РОЗЫСК", "Please share": any channel says so; whose the text is, what is written between says.
    """
    return any(
        is_jargon(h, "seeks")
        and not sentence.in_quote(h.start)
        and not _another_asks(sentence, h)
        and not any(is_jargon(o, "seeks_others") for o in sentence.hits)
        and not h.cue.value
        and not _is_wanted(sentence, h)
        for h in sentence.hits
    )


def _sought_by_several(sentences: list[Sentence], discourse: Discourse) -> bool:
    """ "ШУКАЮ СВОЇХ. Запити родин" over several entries: a list that somebody keeps, no one's own.

    So it is with "Якщо ви знаєте більше, пишіть нам" under a list in which nobody says "my brother".
    """
    notices = {
        s.paragraph
        for s in sentences
        if any(is_jargon(h, "seeks") and h.cue.value == "opens" and _is_notice(s, h) for h in s.hits)
    }
    if len(notices) > 1:
        return True  # "Sought. ..." over one man, and again over another
    if sum(_presents(sentences, at) for at in range(len(sentences))) > 1:
        return True
    entries = {s.entry for s in sentences if s.entry is not None}
    opening = [s for s in sentences[:LIST_HEAD] if s.entry is None]
    if len(entries) <= 1:
        return False
    families = any(is_jargon(h, "of_families") for s in opening for h in s.hits)
    return families or not any(_seeks_kin(s, discourse) for s in sentences if not s.heading)


def _presents(sentences: Sequence[Sentence], at: int) -> bool:
    """ "Камчыбек Эсеналиев, 1999 г. р., Талас." opens a paragraph as an entry does, without a mark."""
    sentence = sentences[at]
    opens = sentence.entry is None and (at == 0 or sentences[at - 1].paragraph != sentence.paragraph)
    if not opens or sentence.heading or len(sentence.words) < PRESENTED_WITHIN:
        return False
    named = all(t.kind == "word" and t.text[:1].isupper() for t in sentence.words[:2])
    near = sentence.words[min(len(sentence.words), PRESENTED_WITHIN) - 1].stop
    years = any(a[0] < near for a in sentence.ages) or any(d.start < near for d in sentence.dates)
    return (
        named and years and not any(h.cue.kind in {"event", "say"} and h.start < near for h in sentence.hits)
    )


def _is_wanted(sentence: Sentence, seeks: Hit) -> bool:
    """ "Объявлен в розыск", "іздеу жарияланды": an office seeks him, and no relative."""
    return any(
        h.cue.kind == "event"
        and h.cue.property == "charged"
        and h.first <= seeks.last
        and seeks.first <= h.last
        for h in sentence.hits
    )


def _is_notice(sentence: Sentence, seeks: Hit) -> bool:
    """ "РОЗЫСК!" over a post: not "объявлен в розыск", nor "Ҳамсараш ҷустуҷӯ дорад" in a list."""
    if sentence.entry is not None or any(
        h.cue.kind == "kin" and h.first < seeks.first for h in sentence.hits
    ):
        return False
    return seeks.first <= 1 and sum(t.kind == "word" for t in sentence.words) <= NOTICE_WORDS


def _another_asks(sentence: Sentence, seeks: Hit) -> bool:
    """ "Брат погибшего просит всех, кто служил с ним, ...": the outlet tells of a relative who asks."""
    asks = [h for h in sentence.hits if is_jargon(h, "asks_for")]
    kin = [h for h in sentence.hits if h.cue.kind == "kin"]
    return any(k.last < a.first <= seeks.first for a in asks for k in kin)


def _seeks_kin(sentence: Sentence, discourse: Discourse) -> bool:
    """ "мой брат", "our son": outside quotation marks."""
    for hit in sentence.hits:
        if sentence.in_quote(hit.start) or _behind_a_speaker(sentence, hit) or _inscribed(sentence, hit):
            continue
        if hit.cue.kind != "kin" or "plural" in hit.cue.flags or "count" in hit.cue.flags:
            continue
        if writers_kin(sentence, hit, discourse):
            return True
    return False


def _behind_a_speaker(sentence: Sentence, hit: Hit) -> bool:
    """ "Мать: моего сына обманули", "Мадина Н.: Шавҳари ман ...": who stands before the colon says "my"."""
    colon = next((i for i, t in enumerate(sentence.words[: hit.first]) if t.low == ":"), -1)
    if not 0 < colon <= SPEAKER_WORDS:
        return False
    kinds = {"kin", "person", "org", "group"}
    names = all(t.text[:1].isupper() for t in sentence.words[:colon] if t.kind == "word")
    return names or any(h.cue.kind in kinds and h.last < colon and h is not hit for h in sentence.hits)


def _inscribed(sentence: Sentence, hit: Hit) -> bool:
    """A word that stands alone in quotation marks, as tattooed or engraved: "Onam"."""
    before, behind = sentence.words[: hit.first][-1:], sentence.words[hit.last + 1 : hit.last + 2]
    return [t.low for t in (*before, *behind)] == ['"', '"']


def writers_kin(sentence: Sentence, hit: Hit, discourse: Discourse) -> bool:
    """ "мой брат", "ағам": a relative of whoever writes, by a word before or by the ending."""
    grammar = discourse.grammar
    around = sentence.words[max(0, hit.first - 2) : hit.last + 1]  # "мій чоловік" may be one cue
    behind = sentence.words[hit.last + 1 : hit.last + 2]
    if grammar.owner_behind and behind and behind[0].low in _HIS:
        return False  # "Мо модари ӯро ёфтем": we found his mother
    if hit.first and sentence.words[hit.first - 1].low.endswith(("'s", "s'")):
        return False  # "our member's son"
    if any(t.low in grammar.my_words for t in around) or _at_mine(sentence, hit):
        return True
    if grammar.owner_behind and _mine_behind(sentence, hit, grammar.my_words):
        return True
    return bool(grammar.my_endings) and sentence.words[hit.last].low.endswith(grammar.my_endings)


def _mine_behind(sentence: Sentence, hit: Hit, mine: frozenset[str]) -> bool:
    """ "бародари калонии мо": Tajik puts whose he is behind; not "писари деҳаи мо", of a village."""
    behind = [t.low for t in sentence.words[hit.last + 1 : hit.last + 3]]
    if not behind or not sentence.words[hit.last].low.endswith("и") or behind[0] in _VILLAGES:
        return False
    return behind[0] in mine or (len(behind) > 1 and behind[0].endswith("и") and behind[1] in mine)


def _at_mine(sentence: Sentence, hit: Hit) -> bool:
    """ "Сын у меня один", "у нас трое, брат ...": Russian and Ukrainian say so what is mine."""
    words = sentence.words
    for at in (hit.first - 2, hit.last + 1):
        if at >= 0 and at + 1 < len(words) and words[at].low in _AT and words[at + 1].low in _MINE:
            return True
    return False
