"""What every page shows, and that it is the case's words and nothing else."""

import html
import re

import pytest

PAGES = ["/", "/items/", "/items/?failed=1", "/persons/", "/persons/p-1/", "/persons/p-2/", "/persons/p-3/"]


def _text(response):
    """The page as read: tags out, entities resolved."""
    bare = re.sub(r"<[^>]*>", "", response.content.decode())
    return html.unescape(bare)


def _marks(response):
    found = re.findall(r"<mark[^>]*>(.*?)</mark>", response.content.decode(), re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]*>", "", mark)) for mark in found]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert "<h1>" in response.content.decode()


def test_the_first_page_counts_persons_by_fate_and_says_what_to_do_next(client):
    text = _text(client.get("/"))
    for words in (
        "reported dead",
        "4 items",
        "4 captures",
        "17 claims",
        "1 conflict",
        "1 judgement",
        "could not be read or extracted: 1 item",
    ):
        assert words in " ".join(text.split()), words
    assert "served to this machine only" in text.lower()


def test_an_empty_case_says_what_to_do(tmp_path):
    from django.test import Client

    from tizme.store import open_store
    from tizme.web.site import ENVIRON_KEY, Site

    store = open_store(f"sqlite://{tmp_path}/case.sqlite")
    empty = Client(SERVER_NAME="127.0.0.1", **{ENVIRON_KEY: Site(store, "Пусто")})
    assert "tizme add" in _text(empty.get("/"))
    assert "Nothing has been captured yet" in _text(empty.get("/items/"))
    assert "Nobody here" in _text(empty.get("/persons/"))
    store.close()


def test_an_item_that_could_not_be_read_is_listed_with_its_reason(client, sample):
    text = _text(client.get("/items/"))
    assert "could not read: malformed (no <xref> table)" in text
    only = _text(client.get("/items/?failed=1"))
    assert "scan.pdf" in only
    assert "Вестник долины" not in only
    assert "The bytes are kept" in _text(client.get(f"/items/{sample.broken_item}/"))


def test_an_items_page_holds_its_whole_text_with_every_claim_marked(client, sample):
    response = client.get(f"/items/{sample.news_item}/")
    source = re.search(r'<div class="source-text".*?</div>', response.content.decode(), re.DOTALL).group()
    assert html.unescape(re.sub(r"<[^>]*>", "", source)) == sample.news
    for claim in sample.claims:
        assert f'id="{claim.id}"' in source
        assert claim.quote in _marks(response)
    assert re.search(r'class="boilerplate">Читайте также: лучшие кредиты без справок!<', source)


def test_an_items_claims_lead_to_the_person_they_are_about(client, sample):
    content = client.get(f"/items/{sample.news_item}/").content.decode()
    assert f"/persons/p-1/#evidence-{sample.claims[0].id}" in content
    assert "Гүлнара Токтосунова" in content


def test_a_list_is_shown_as_a_table_with_its_headers(client, sample):
    response = client.get(f"/items/{sample.list_item}/")
    for words in ("Исм", "Туғилган", "Вилоят", "Рўйхат!2", "Фаргона"):
        assert words in _text(response)
    assert _marks(response)[1:] == ["Алишер Раҳимов", "Бекзод Юсупов"]  # the first is the legend's


def test_persons_are_found_by_a_part_of_any_name_in_any_letter_case(client):
    found = _text(client.get("/persons/", {"name": "ЗАМИР"}))
    assert "Замирбек Токтосунов" in found
    assert "Алишер" not in found
    assert "Асель" in _text(client.get("/persons/", {"name": "елкина"}))
    assert "Nobody here" in _text(client.get("/persons/", {"name": "%"}))


def test_persons_are_narrowed_by_fate(client):
    found = _text(client.get("/persons/", {"fate": "alive"}))
    assert "Асель" in found
    assert "Замирбек" not in found


def test_a_persons_page_shows_every_claim_with_its_words_inside_their_text(client, sample):
    response = client.get("/persons/p-1/")
    assert _marks(response) == [claim.quote for claim in in_reading_order(sample.claims)]
    text = " ".join(_text(response).split())
    assert "последний раз он звонил в конце сентября 2022 года. «Нам сказали" in text
    assert "неизвестный → сестра → Вестник долины" in text
    for claim in sample.claims:
        assert f"/items/{sample.news_item}/#{claim.id}" in response.content.decode()


def test_a_person_keeps_died_told_reported_and_captured_apart(client):
    content = client.get("/persons/p-1/").content.decode()
    lines = re.findall(r'<span class="when">(.*?)</span> <span class="lane-tag (\w+)">', content)
    assert lines == [
        ("2021", "happened"),
        ("late September 2022", "happened"),
        ("November 2022", "happened"),
        ("24 December 2022", "told"),
        ("25 December 2022", "reported"),
        ("4 March 2026", "captured"),
    ]


def test_a_relative_is_shown_by_name_and_not_by_number(client):
    assert re.search(
        r"kin · mother</span>: <strong><bdi>Гүлнара Токтосунова", client.get("/persons/p-1/").content.decode()
    )


def test_quotes_carry_their_language(client):
    assert '<blockquote lang="uz-Cyrl">' in client.get("/persons/p-3/").content.decode()


def test_a_persons_conflicts_are_shown_with_all_their_values(client):
    text = " ".join(_text(client.get("/persons/p-1/")).split())
    assert "died · date: November 2022 to December 2022 (said: November 2022; December 2022)" in text


@pytest.mark.parametrize(
    "address", ["/nowhere", "/items/abc/", "/persons/p-99/", "/assets/settings.py", "/assets/..%2fsite.py"]
)
def test_what_is_not_there_is_a_plain_404(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "Nothing stands at this address" in _text(response)


def test_a_long_text_is_shown_in_parts_and_a_claim_leads_to_its_part(tmp_path, sample):
    from dataclasses import replace

    from django.test import Client

    from tizme.model import Document, Extraction
    from tizme.store import open_store
    from tizme.web.marks import PART_LENGTH
    from tizme.web.site import ENVIRON_KEY, Site

    store = open_store(f"sqlite://{tmp_path}/case.sqlite")
    text = "слово " * (PART_LENGTH // 4)
    at = PART_LENGTH + 6
    store.save_capture(replace(store_capture(sample), sha256="f" * 64), ledger_seq=1)
    store.save_document("f" * 64, Document("text/plain", text, lang="ru"), reader="text@1")
    claim = replace(
        sample.claims[0], id="c-far", item="f" * 64, start=at, stop=at + 5, quote=text[at : at + 5]
    )
    store.save_extraction("f" * 64, Extraction("ru", (), (), (), (claim,)), rule="rules@1")
    long = Client(SERVER_NAME="127.0.0.1", **{ENVIRON_KEY: Site(store, "Долго")})
    first, second = (long.get(f"/items/{'f' * 64}/?part={part}").content.decode() for part in (1, 2))
    assert 'href="?part=2#c-far"' in first
    assert 'id="c-far"' in second
    assert 'id="c-far"' not in first
    store.close()


def store_capture(sample):
    return sample.store.captures()[0]


def test_persons_whose_sources_contradict_each_other_are_found(client):
    found = _text(client.get("/persons/", {"conflict": "1"}))
    assert "Замирбек Токтосунов" in found
    assert "Асель" not in found


def test_the_pages_are_the_same_over_postgresql(client, postgres_client, sample):
    addresses = [
        *PAGES,
        "/persons/?name=елкина",
        "/persons/?conflict=1",
        f"/items/{sample.news_item}/",
        f"/items/{sample.list_item}/",
    ]
    for address in addresses:
        assert postgres_client.get(address).content == client.get(address).content, address


def in_reading_order(claims):
    return sorted(claims, key=lambda claim: claim.start)


def test_a_message_of_an_export_stands_under_its_own_day_and_author(tmp_path, sample):
    from dataclasses import replace

    from django.test import Client

    from tizme.model import Document, Extraction, Fate, Section
    from tizme.ports import Run
    from tizme.store import open_store
    from tizme.web.site import ENVIRON_KEY, Site

    store = open_store(f"sqlite://{tmp_path}/case.sqlite")
    text, item = "Добрый день.\nОн погиб.\n", "e" * 64
    sections = (
        Section(0, 13, "2023-01-02", "Айгүл", "message 7"),
        Section(13, 23, "2023-02-03", "Бакыт", "message 8", "Эски канал"),
    )
    store.save_capture(replace(store_capture(sample), sha256=item, published=""), ledger_seq=1)
    store.save_document(
        item, Document("application/json", text, lang="ru", sections=sections), reader="telegram@1"
    )
    claim = replace(sample.claims[1], id="c-8", item=item, start=13, stop=21, quote="Он погиб")
    store.save_extraction(item, Extraction("ru", (), (), (), (claim,)), rule="rules@1")
    person = replace(sample.store.person("p-3"), claim_ids=("c-8",))
    person = replace(person, status=replace(person.status, fate=Fate.REPORTED_DEAD))
    store.save_run(Run("r", "two-sources@1", (), (), (), (), (person,)))
    looking = Client(SERVER_NAME="127.0.0.1", **{ENVIRON_KEY: Site(store, "Чат")})
    shown = " ".join(_text(looking.get(f"/items/{item}/")).split())
    assert "message 7 · Айгүл · 2 January 2023Добрый день." in shown
    assert "message 8 · Бакыт · 3 February 2023 · repeats Эски каналОн погиб" in shown
    of_person = " ".join(_text(looking.get("/persons/p-3/")).split())
    assert "Бакыт repeats Эски канал message 8, published 3 February 2023" in of_person
    assert "3 February 2023 reported published by Бакыт" in of_person
    assert "January" not in of_person
    store.close()


def test_a_quote_is_shown_in_its_own_row_and_not_with_the_next_person(client):
    content = client.get("/persons/p-3/").content.decode()
    assert "<mark>Алишер Раҳимов</mark>\t1990\tФаргона" in content
    assert "Бекзод" not in content
