from __future__ import annotations

import json
from typing import Any

from tizme.model import Document, ReadFailure
from tizme.readers import read_bytes


def message(number: int, text: Any, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "type": "message",
        "date": "2023-01-22T19:40:00",
        "from": "Айгүл",
        "text": text,
        **more,
    }


def read(value: Any) -> Document | ReadFailure:
    return read_bytes(json.dumps(value).encode(), name="result.json")


def chat(*messages: dict[str, Any], name: str = "Земляки") -> dict[str, Any]:
    return {"name": name, "type": "public_channel", "id": 1, "messages": list(messages)}


def test_every_message_is_a_section_with_its_day_author_and_address():
    found = read(
        chat(
            {"id": 1, "type": "service", "date": "2023-01-20T08:00:00", "actor": "Айгүл", "text": ""},
            message(2, ["Погиб ", {"type": "bold", "text": "Асанов Эркин"}, ", 1998 года рождения."]),
            message(3, "Асанов жив, звонил жене.", date="2023-02-01T01:00:00", forwarded_from="Жердештер"),
        )
    )
    assert isinstance(found, Document)
    first, second = found.sections
    assert found.text[first.start : first.stop] == "Погиб Асанов Эркин, 1998 года рождения."
    assert (first.published, first.author, first.address, first.repost_of) == (
        "2023-01-22",
        "Айгүл",
        "message 2",
        "",
    )
    assert (second.published, second.repost_of) == ("2023-02-01", "Жердештер")
    assert found.published == ""
    assert {p.kind for p in found.passages} == {"message"}


def test_messages_of_one_day_give_the_item_its_day():
    found = read(chat(message(2, "Погиб Асанов Эркин."), message(3, "Похороны завтра.")))
    assert isinstance(found, Document)
    assert found.published == "2023-01-22"


def test_several_chats_are_kept_apart_by_address():
    found = read(
        {
            "chats": {
                "list": [chat(message(1, "Погиб Асанов.")), chat(message(1, "Ищем Исакова."), name="Поиск")]
            }
        }
    )
    assert isinstance(found, Document)
    assert [section.address for section in found.sections] == ["Земляки, message 1", "Поиск, message 1"]


def test_what_is_attached_is_counted_and_asked_for():
    found = read(
        chat(
            message(1, "Список погибших в файле.", file="list.xlsx", media_type="document"),
            message(2, "", photo="photos/1.jpg"),
            message(3, [{"type": "text_link", "text": "тут", "href": "https://example.org/a"}]),
        )
    )
    assert isinstance(found, Document)
    assert len(found.sections) == 2
    assert found.warnings == (
        "Attachments are not in the export's text (1 x document, 1 x photo); add them as items of their own.",
    )
    assert found.links == ("https://example.org/a",)


def test_an_advertising_message_is_marked_whole():
    found = read(
        chat(
            message(1, "Погиб Асанов Эркин."),
            message(2, "Реклама! Такси Ош — Бишкек, 1500 сом. Звоните: Замир"),
        )
    )
    assert isinstance(found, Document)
    (start, stop) = found.boilerplate[0]
    assert found.text[start:stop].startswith("Реклама!")


def test_half_a_surrogate_pair_in_an_export_is_shown_in_its_place():
    found = read_bytes(
        b'{"name": "x", "messages": [{"id": 1, "date": "2023-01-01", "text": "\\ud83d Asanov died"}]}',
        name="r.json",
    )
    assert isinstance(found, Document)
    assert found.text.startswith("\ufffd Asanov died")


def test_an_export_of_photos_alone_is_a_failure_that_says_so():
    found = read(chat(message(1, "", photo="a.jpg")))
    assert isinstance(found, ReadFailure)
    assert found.reason == "no-text"
    assert "1 x photo" in found.detail


LETTER = (
    "From: =?utf-8?B?0JDQudCz0q/Quw==?= <aigul@example.org>\r\nTo: search@example.org\r\n"
    "Subject: =?utf-8?Q?=D0=98=D1=89=D1=83?=\r\nDate: Thu, 18 Apr 2024 23:05:00 +0600\r\nMIME-Version: 1.0\r\n"
)


def test_a_letters_words_day_and_sender_are_read():
    body = "Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    content = (LETTER + body).encode() + "Ищу брата.\r\nЕго зовут Асанов Эркин.\r\n".encode("cp1251")
    found = read_bytes(content, name="letter.eml")
    assert isinstance(found, Document)
    assert found.text == "Ищу брата.\nЕго зовут Асанов Эркин.\n"
    assert (found.title, found.published, found.publisher) == (
        "Ищу",
        "2024-04-18",
        "Айгүл <aigul@example.org>",
    )
    assert found.sections[0].author == "Айгүл <aigul@example.org>"


def test_attachments_are_named_and_asked_for():
    content = (
        LETTER
        + 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'
        + "<p>Ищу <b>брата</b>, Асанова Эркина.</p><script>x()</script>\r\n--b\r\n"
        + 'Content-Type: image/jpeg\r\nContent-Disposition: attachment; filename="foto.jpg"\r\n\r\nxxxx\r\n--b--\r\n'
    )
    found = read_bytes(content.encode(), name="letter.eml")
    assert isinstance(found, Document)
    assert found.text == "Ищу брата, Асанова Эркина.\n"
    assert "foto.jpg" in found.warnings[0]
    assert found.links == ("attachment:foto.jpg",)


def test_broken_headers_do_not_lose_the_letter():
    content = b"From: <<<@@\r\nTo: ,,,\r\nDate: yesterday\r\nSubject: =?bad?X?zz?=\r\n\r\nMy brother Erkin is missing.\r\n"
    found = read_bytes(content, name="letter.eml")
    assert isinstance(found, Document)
    assert found.published == ""
    assert "Erkin" in found.text


def test_a_page_saved_in_one_file_is_read_as_the_page_with_its_own_day():
    from email.message import EmailMessage

    page = (
        '<html><head><meta charset="utf-8"><meta property="article:published_time" content="2023-03-04"></head><body>'
        "<nav><a href='/'>Главная</a></nav><article><h1>В Алае похоронили Эркина Асанова</h1><p>Эркин Асанов погиб 3 октября "
        "2022 года под Бахмутом, рассказала его мать. Он уехал в Самару в 2021 году.</p></article></body></html>"
    )
    saved = EmailMessage()
    saved["From"] = "<Saved by Blink>"
    saved["Subject"] = "В Алае похоронили"
    saved["Date"] = "Tue, 4 Jun 2024 10:00:00 +0000"
    saved["Snapshot-Content-Location"] = "https://www.vesti.example/1"
    saved.set_content(page, subtype="html", cte="quoted-printable")
    saved.make_related()
    saved.add_related(b"\x89PNG", maintype="image", subtype="png")
    found = read_bytes(saved.as_bytes(), name="page.mhtml")
    assert isinstance(found, Document)
    assert (found.published, found.publisher) == ("2023-03-04", "vesti.example")
    assert found.sections == ()
    menu = found.text.index("Главная")
    assert any(start <= menu < stop for start, stop in found.boilerplate)
