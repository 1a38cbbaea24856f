"""Follow the voices of a text: who says it, to whom, and how they came to know.

"His mother says that he rang in May. He was in a camp": both sentences are hers, until another comes in.
"""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.answering import answers_of_offices
from tizme.extract.begins_telling import begins_telling
from tizme.extract.carried import of_carried_papers
from tizme.extract.channel_lists import of_channels_list
from tizme.extract.colons import behind_a_colon, opened_with_a_colon, through
from tizme.extract.convicted import read_as_verdicts
from tizme.extract.discourse import Discourse
from tizme.extract.entry_notes import hear_notes
from tizme.extract.entry_sources import rest_on_sources
from tizme.extract.entry_voices import (
    hear_relatives_in_brackets,
    name_sources_of_entries,
    speak_for_entries,
)
from tizme.extract.framed import framed_by_outlet
from tizme.extract.going_on import (
    base_of,
    brings_in_another,
    editor_writes,
    first_told_of,
    goes_on_himself,
    turns_to_a_relative,
    who_begins,
    who_goes_on,
)
from tizme.extract.headings import told_over
from tizme.extract.heard_from import goes_on_with_what_he_said, heard_from_another, learnt_from_another
from tizme.extract.legends import read_by_legend
from tizme.extract.list_keys import read_by_key
from tizme.extract.list_voices import (
    rest_on_closing_labels,
    rest_on_labels,
    rest_on_lines,
    rest_on_the_lists_own,
)
from tizme.extract.met_by_outlet import told_when_met
from tizme.extract.named_after import named_after
from tizme.extract.numbered_entries import confirm_entries
from tizme.extract.office_accounts import ACCOUNTS, accounts
from tizme.extract.office_texts import offices_own
from tizme.extract.office_voices import (
    counts_them,
    court_of,
    introduced_by_papers,
    names_one_of_several,
    of_acting_office,
    of_court,
    of_office_at_colon,
    rest_on_papers,
)
from tizme.extract.passed_on import between_two_sayings, through_others
from tizme.extract.quote_speakers import (
    announced,
    letter_of,
    of_letters,
    of_quotes,
    of_unsigned_quotes,
    speakers_of_quotes,
)
from tizme.extract.quoted_next import quoted_next
from tizme.extract.registers import read_from_register
from tizme.extract.rung_with_a_colon import told_by_callers
from tizme.extract.sayings_in_order import sayings_in_order
from tizme.extract.self_named import give_own_names
from tizme.extract.sources_below import rest_on_sources_below
from tizme.extract.spoken import TELLERS, Saying
from tizme.extract.stories import office_goes_on, stories
from tizme.extract.told_through import of_news, scopes_of
from tizme.extract.unsigned import told_by_relatives, written_by_relatives
from tizme.extract.voices import PAPERS, PRESS, Voice, Voices
from tizme.extract.who import Ref

# Whoever tells in a paragraph is whom it quotes without saying so.
_QUOTED_NEXT = TELLERS | {"self"}
# An item of their own: whoever is quoted in it, the next sentence is theirs again.
_NARRATES = frozenset({"relative", "self", "official"})


def attribute(
    sentences: list[Sentence], refs: list[list[Ref]], discourse: Discourse, own: Voice = PRESS
) -> list[Voices]:
    """The voices of every sentence. A voice holds until its paragraph ends or another subject comes in."""
    sayings = _all_sayings(sentences, refs, discourse)
    spoken = announced(sentences, sayings, discourse) | speakers_of_quotes(sentences, sayings)
    spoken |= quoted_next(sentences, refs, sayings, spoken, discourse)
    introduced = written_by_relatives(sentences, discourse) | told_by_relatives(sentences, refs)
    introduced |= introduced_by_papers(sentences, refs, discourse)
    own = offices_own(sentences, sayings, own, discourse)
    found: list[Voices] = []
    interview = any(s.turn for s in sentences)
    narrator, own = own, PRESS if interview else own
    held, writer, paragraph = own, own, -1
    framed = framed_by_outlet(sentences, refs, discourse, own)
    told_in, passed_on = _whose_paragraphs(sentences, refs, sayings, own, interview=interview)
    last_quoted: Voice | None = None
    colons: dict[tuple[int, int], Voice] = {}
    for sentence, here, said in zip(sentences, refs, sayings, strict=True):
        if writer.kind in {"relative", "self"} and editor_writes(sentence, paragraph):
            held = writer = PRESS
        own = PRESS if framed.get(sentence.paragraph) else writer
        if sentence.heading:
            found.append(Voices(own, own, told_over(sentence, discourse)))
            continue
        if sentence.paragraph != paragraph and (
            interview
            or not (
                goes_on_himself(
                    sentence, first_told_of(sentences, refs, sentence), refs, held, discourse, colons
                )
                or (not passed_on and office_goes_on(sentences, sentence, here, held, sayings, found))
            )
        ):  # around questions and answers it is the outlet's again
            held = told_in.get(sentence.paragraph, own)
        cites = own.kind == "official" and held.kind in PAPERS and sentence.paragraph == paragraph
        another, one_of_them = _brings_in(
            sentences, refs, sentence, held, discourse, in_account=sentence.paragraph in passed_on
        )
        if another or (own.kind in _NARRATES and not cites):
            held = own  # a writer who says "I" goes on telling, whoever was quoted
        goes_on = sentence.paragraph in passed_on and held.kind in ACCOUNTS and not said
        held = held if goes_on else who_begins(sentence, said, held, narrator, own)
        paragraph = sentence.paragraph
        scopes = [*of_quotes(sentence, spoken, discourse), *of_letters(sentence, introduced)]
        voices = Voices(
            base_of(sentence, said, held, own),
            own,
            scopes,
            letter=letter_of(sentence, introduced, discourse),
            introduces=one_of_them and not counts_them(sentence, discourse),
            firm=goes_on,
            passed_on=goes_on,
        )
        last_quoted = held if held.kind in _QUOTED_NEXT else last_quoted
        colons |= opened_with_a_colon(sentence, spoken, discourse, here, voices)
        voices.scopes += [
            replace(s, voice=through(voices.at(s.first), s.voice))
            for s in of_unsigned_quotes(sentence, spoken, last_quoted, introduced, discourse)
        ]
        for saying in said:
            voices.scopes += scopes_of(saying, voices, sentence)
        if not any(s.scopes for s in said):
            voices.scopes += of_news(sentence, held, discourse)
        if all(s.left_out for s in said) and own.kind == "press":
            voices.scopes += of_court(sentence, discourse)
            voices.scopes += of_channels_list(sentences, sentence.index, discourse)
        if own.kind == "press":
            voices.scopes += [
                *of_acting_office(sentence, discourse),
                *(() if said or sentence.entry is not None else of_office_at_colon(sentence, discourse)),
                *of_carried_papers(sentence, voices, discourse),
            ]
        rest_on_papers(sentence, voices)
        found.append(voices)
        last_quoted = next((spoken[q] for q in sentence.quotes if q in spoken), last_quoted)
        held = court_of(voices) or who_goes_on(sentence, said, behind_a_colon(sentence, colons, held), own)
        held = (
            told_when_met(sentence, sentences, here, said, own)
            or begins_telling(sentence, here, said, discourse)
            or held
        )
    _hear_again(sentences, refs, sayings, found, discourse)
    _speak_in_lists(sentences, sayings, found, own, discourse)
    return found


def _whose_paragraphs(
    sentences: list[Sentence],
    refs: list[list[Ref]],
    sayings: list[list[Saying]],
    own: Voice,
    *,
    interview: bool,
) -> tuple[dict[int, Voice], dict[int, Voice]]:
    """Paragraph -> whose it is before anybody speaks in it; of those the ones of an office's account."""
    if own.kind in _NARRATES or interview:
        return {}, {}
    passed_on = accounts(sentences, refs, sayings) if own.kind == "press" else {}
    return stories(sentences, refs, sayings) | passed_on, passed_on


def _brings_in(
    sentences: list[Sentence],
    refs: list[list[Ref]],
    sentence: Sentence,
    held: Voice,
    discourse: Discourse,
    *,
    in_account: bool,
) -> tuple[bool, bool]:
    """Whether a sentence brings in somebody of whom the voice before did not speak; and one of several.

    Args:
        in_account: An office's account is passed on, and whoever is named in it is named by the office.
    """
    here = refs[sentence.index]
    passes_on = in_account and held.kind in ACCOUNTS
    one_of_them = not passes_on and names_one_of_several(sentences, refs, sentence, held, discourse)
    another = brings_in_another(here, held) and not one_of_them and not passes_on
    return another or turns_to_a_relative(here, held), one_of_them


def _all_sayings(
    sentences: list[Sentence], refs: list[list[Ref]], discourse: Discourse
) -> list[list[Saying]]:
    """The sayings of every sentence, with those of offices that answer and of strangers who ring."""
    through = through_others(sentences, refs, sayings_in_order(sentences, refs, discourse), discourse)
    answered = answers_of_offices(sentences, refs, through, discourse)
    return told_by_callers(sentences, refs, answered, discourse)


def _hear_again(
    sentences: list[Sentence],
    refs: list[list[Ref]],
    sayings: list[list[Saying]],
    found: list[Voices],
    discourse: Discourse,
) -> None:
    """What only the whole text shows: whose a sentence between sayings is, who was named or told before."""
    between_two_sayings(sentences, refs, sayings, found)
    named_after(sentences, sayings, found)
    heard_from_another(sentences, refs, found, discourse)
    goes_on_with_what_he_said(sentences, sayings, found)
    learnt_from_another(sentences, refs, found)
    give_own_names(sentences, refs, found, discourse)


def _speak_in_lists(
    sentences: list[Sentence],
    sayings: list[list[Saying]],
    found: list[Voices],
    own: Voice,
    discourse: Discourse,
) -> None:
    """Who speaks for the entries of lists, by what stands over, in, behind and below them."""
    read_from_register(sentences, found, own, discourse)
    speak_for_entries(sentences, sayings, found)
    hear_relatives_in_brackets(sentences, found, discourse)
    name_sources_of_entries(sentences, found, own, discourse)
    rest_on_labels(sentences, found, own, discourse)
    rest_on_closing_labels(sentences, found, own, discourse)
    rest_on_lines(sentences, found, own, discourse)
    by_signs = read_by_legend(sentences, found, own, discourse)
    read_by_key(sentences, found, own, discourse)
    read_as_verdicts(sentences, found, own)
    confirm_entries(sentences, found, discourse)
    rest_on_sources_below(sentences, found, own, discourse)
    hear_notes(sentences, found, own, discourse)
    rest_on_sources(sentences, found, own, discourse, by_signs)
    rest_on_the_lists_own(sentences, found, own, discourse)
