"""A Telegram export: posts, forwards of them, replies, a caption, a poll, service notices - and a retraction. Everyone is invented."""

from __future__ import annotations

import json
from html import escape

CHANNEL = "Вести Нарына"
OTHER = "Кочкор жаңылыктары"
GROUP = "Ищем своих | Кыргызстан"
DEAD = "14 ноября 2022 года под Бахмутом погиб житель Кочкора Осмонов Эрлан Бакирович, 1990 года рождения. Об этом сообщили его родственники."
DEAD_TOO = (
    "Житель Нарына Сыдыков Айбек Нурланович, 1995 года рождения, погиб 2 февраля 2023 года под Соледаром."
)
RETRACTION = "❗️ОПРОВЕРЖЕНИЕ. Ранее мы сообщали о гибели Сыдыкова Айбека Нурлановича. Это ошибка: он жив, находится в госпитале в Ростове. Приносим извинения семье."
KYRGYZ = "Жумгал районунун тургуну Турганбаев Мирбек Кенешович 2023-жылдын 19-январында Бахмутта каза болгон."
CAPTION = "Жумалиев Тилек, 1988 г.р., Ат-Баши. Пропал без вести в марте 2023 года. Помогите найти!"


def _message(number: int, day: str, who: str, text: object, **more: object) -> dict[str, object]:
    return {
        "id": number,
        "type": "message",
        "date": f"{day}T10:{number % 60:02}:00",
        "date_unixtime": "1675000000",
        "from": who,
        "from_id": f"channel{abs(hash(who)) % 1000}",
        "text": text,
        **more,
    }


def messages() -> list[dict[str, object]]:
    """The chat, in its own order."""
    name, rest = "Осмонов Эрлан Бакирович", DEAD.split("Осмонов Эрлан Бакирович")
    return [
        {"id": 1, "type": "service", "date": "2022-11-01T09:00:00", "actor": GROUP, "action": "create_channel", "title": GROUP, "text": ""},
        _message(2, "2022-11-20", CHANNEL, [rest[0], {"type": "bold", "text": name}, rest[1], "\n", {"type": "hashtag", "text": "#Кочкор"}]),
        _message(3, "2022-11-21", "Айгуль", DEAD + "\n#Кочкор", forwarded_from=CHANNEL),
        _message(4, "2022-11-22", GROUP, DEAD + "\n#Кочкор", forwarded_from=CHANNEL),
        _message(5, "2022-11-22", "Нурлан", "Пусть земля будет пухом 🙏🙏", reply_to_message_id=4),
        _message(6, "2023-02-10", CHANNEL, DEAD_TOO),
        _message(7, "2023-02-10", "Айгуль", DEAD_TOO, forwarded_from=CHANNEL),
        _message(8, "2023-02-11", "Нурлан", "Это точно? Кто-нибудь видел тело?", reply_to_message_id=7),
        _message(9, "2023-02-20", CHANNEL, RETRACTION, reply_to_message_id=6, edited="2023-02-20T12:00:00"),
        _message(10, "2023-01-25", OTHER, KYRGYZ),
        _message(11, "2023-04-02", "Гульнара", [CAPTION], photo="photos/photo_1.jpg", width=800, height=600),
        _message(12, "2023-04-03", GROUP, "", poll={"question": "Получали ли вы ответ из министерства?", "closed": False, "answers": [{"text": "Да", "voters": 3}, {"text": "Нет", "voters": 40}]}),
        _message(13, "2023-04-04", "Айгуль", "", media_type="voice_message", file="voice.ogg"),
        {"id": 14, "type": "service", "date": "2023-04-05T09:00:00", "actor": "Бот", "action": "invite_members", "members": ["Замир"], "text": ""},
        _message(15, "2023-04-06", "Реклама", "🔥 Подписывайтесь на наш канал! Работа в России, зарплата от 200 000 рублей!"),
    ]  # fmt: skip


def as_json() -> bytes:
    return json.dumps(
        {"name": GROUP, "type": "private_supergroup", "id": 77, "messages": messages()}, ensure_ascii=False
    ).encode()


def as_html() -> bytes:
    """Telegram Desktop's other export, messages.html."""
    made = []
    for one in messages():
        text = (
            "".join(
                piece if isinstance(piece, str) else f"<strong>{piece['text']}</strong>"
                for piece in one["text"]
            )
            if one["text"]
            else ""
        )
        text = text.replace("\n", "<br>")
        if one["type"] == "service":
            made.append(
                f'<div class="message service" id="message{one["id"]}"><div class="body details">{one.get("title", "Бот invited Замир")}</div></div>'
            )
            continue
        day, hour = one["date"].split("T")
        stamp = f"{day[8:]}.{day[5:7]}.{day[:4]} {hour} UTC+06:00"
        inner = f'<div class="text">{text}</div>' if text else ""
        if "reply_to_message_id" in one:
            inner = (
                f'<div class="reply_to details">In reply to <a href="#go_to_message{one["reply_to_message_id"]}">this message</a></div>'
                + inner
            )
        if "photo" in one:
            inner = (
                f'<div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="{one["photo"]}"><img class="photo"></a></div>'
                + inner
            )
        if "poll" in one:
            inner = f'<div class="media_wrap clearfix"><div class="media_poll"><div class="question bold">{one["poll"]["question"]}</div><div class="details">Anonymous poll</div><div class="answer">- Да</div><div class="answer">- Нет</div></div></div>'
        if "forwarded_from" in one:
            inner = f'<div class="pull_left forwarded userpic_wrap"></div><div class="forwarded body"><div class="from_name">{escape(one["forwarded_from"])} <span class="date details" title="{stamp}"> {stamp}</span></div>{inner}</div>'
        made.append(
            f'<div class="message default clearfix" id="message{one["id"]}"><div class="pull_left userpic_wrap"><div class="userpic"><div class="initials">A</div></div></div><div class="body"><div class="pull_right date details" title="{stamp}">{hour[:5]}</div><div class="from_name">{escape(str(one["from"]))} </div>{inner}</div></div>'
        )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title><link href="css/style.css" rel="stylesheet"/><script src="js/script.js"></script></head>
<body onload="CheckLocation();"><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">{escape(GROUP)} </div></div></div><div class="page_body chat_page"><div class="history">
{"".join(made)}</div></div></div></body></html>""".encode()


if __name__ == "__main__":
    import sys
    from pathlib import Path

    (Path(sys.argv[1]) / "result.json").write_bytes(as_json())
    (Path(sys.argv[1]) / "messages.html").write_bytes(as_html())
