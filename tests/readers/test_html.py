from __future__ import annotations

import pytest

from tizme.model import Document
from tizme.readers import read_bytes
from tizme.readers.days import day_of

PAGE = """<!DOCTYPE html><html lang="ru"><head><title>Похоронили — Вести долины</title>
<meta property="og:site_name" content="Вести долины">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "В Алае похоронили Эркина Асанова",
 "datePublished": "2023-03-04T22:10:00+06:00"}]}</script><style>p{color:red}</style></head>
<body class="has-sidebar no-ads"><header><a href="/">Вести долины</a><nav><a href="/sport">Спорт</a></nav></header>
<div class="breadcrumbs">Главная / Общество</div>
<main><article><header><h1>В Алае похоронили Эркина Асанова</h1></header>
<figure><img src="x.jpg"><figcaption>Кладбище в Алае. Фото автора</figcaption></figure>
<p>В Алайском районе похоронили 24-летнего <b>Эркина</b>&nbsp;Аса&shy;нова, погибшего под&#32;Бахмутом в&nbsp;октябре
прошлого года, рассказала его мать.</p>
<div class="related-news"><h3>Другие новости</h3><a href="/n/1">Жаныбек Асылов вернулся домой</a></div>
<p>Он уехал в Самару в 2021 году, работал на стройке и звонил домой каждую неделю.<br>Осенью звонки прекратились.</p>
<h2>Что говорит министерство</h2>
<p>В министерстве ответили, что сведений о гибели Асанова у них нет, и посоветовали обратиться в посольство.</p>
<table><tr><th>Имя</th><th>Год</th></tr><tr><td>Эркин Асанов</td><td>1998</td></tr></table>
</article></main>
<aside><p>Самое читаемое: как получить гражданство</p></aside>
<section id="comments"><p>Гость: говорят, погиб и Замир Осмонов.</p></section>
<div hidden>Скрытый Человек погиб</div><div style="display: none">Невидимый Человек</div>
<div class="cookie-consent">Мы используем файлы cookie</div>
<footer>© 2023. Редактор Самат Орозов</footer></body></html>"""


@pytest.fixture(scope="module")
def page() -> Document:
    answer = read_bytes(PAGE.encode("cp1251", "xmlcharrefreplace"), name="page.html")
    assert isinstance(answer, Document)
    return answer


def article(document: Document) -> str:
    marked = [False] * len(document.text)
    for start, stop in document.boilerplate:
        marked[start:stop] = [True] * (stop - start)
    return "".join(char for char, out in zip(document.text, marked, strict=True) if not out)


def test_the_page_says_its_title_day_and_publisher(page: Document):
    assert page.title == "В Алае похоронили Эркина Асанова"
    assert page.published == "2023-03-04"
    assert page.publisher == "Вести долины"
    assert page.lang == "ru"


@pytest.mark.parametrize(
    "words",
    [
        "похоронили 24-летнего Эркина\u00a0Асанова, погибшего под Бахмутом",
        "Осенью звонки прекратились.",
        "Что говорит министерство",
        "сведений о гибели Асанова у них нет",
        "Кладбище в Алае",
        "Эркин Асанов\t1998",
    ],
)
def test_the_article_is_kept_whole(page: Document, words: str):
    assert words in article(page)


@pytest.mark.parametrize(
    "words",
    [
        "Спорт",
        "Главная / Общество",
        "Жаныбек Асылов вернулся домой",
        "Самое читаемое",
        "Замир Осмонов",
        "Мы используем файлы cookie",
        "Самат Орозов",
    ],
)
def test_what_is_not_the_article_is_in_the_text_and_marked(page: Document, words: str):
    assert words in page.text
    assert words not in article(page)


def test_what_a_page_does_not_show_is_not_its_text(page: Document):
    assert "Человек" not in page.text
    assert "datePublished" not in page.text
    assert "color:red" not in page.text


def test_lines_stand_in_document_order_and_know_what_they_are(page: Document):
    kinds = {page.text[p.start : p.stop]: p.kind for p in page.passages}
    assert kinds["В Алае похоронили Эркина Асанова"] == "heading"
    assert kinds["Что говорит министерство"] == "heading"
    assert kinds["Кладбище в Алае. Фото автора"] == "caption"
    assert kinds["Осенью звонки прекратились."] == "body"
    starts = [p.start for p in page.passages]
    assert starts == sorted(starts)


def test_links_are_kept_and_relative_ones_resolved_where_the_page_gives_its_address():
    content = (
        b'<html><link rel="canonical" href="https://news.example/a/"><p><a href="b">x</a> <a href="#c">y</a>'
    )
    answer = read_bytes(content, name="a.html")
    assert isinstance(answer, Document)
    assert answer.links == ("https://news.example/a/b",)
    assert answer.publisher == "news.example"


def test_a_short_obituary_without_page_parts_is_all_article():
    content = (
        "<html><body><h2>Светлая память</h2><div>Асанов Эркин, 1998–2022.<br>Помним.</div></body></html>"
    )
    answer = read_bytes(content.encode(), name="post.html")
    assert isinstance(answer, Document)
    assert answer.text == "Светлая память\nАсанов Эркин, 1998–2022.\nПомним.\n"
    assert answer.boilerplate == ()


def test_an_article_in_a_misnamed_class_is_not_lost():
    body = "Эркин Асанов погиб под Бахмутом в октябре, рассказала его мать. " * 8
    content = (
        f'<html><body><nav>Меню</nav><div class="promo-widget"><p>{body}</p><p>{body}</p></div></body></html>'
    )
    answer = read_bytes(content.encode(), name="a.html")
    assert isinstance(answer, Document)
    assert body.strip() in article(answer)
    assert "Меню" not in article(answer)


def test_a_page_that_gives_no_day_has_none():
    answer = read_bytes("<html><p>28 января 2023 года Эркин Асанов погиб.".encode(), name="a.html")
    assert isinstance(answer, Document)
    assert answer.published == ""


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2023-01-28T10:15:00+06:00", "2023-01-28"),
        ("20230128", "2023-01-28"),
        ("28.01.2023 10:15", "2023-01-28"),
        ("2023-01", "2023-01"),
        ("2023", "2023"),
        ("2023-02-30", ""),
        ("2023-13", ""),
        ("32.01.2023", ""),
        ("yesterday", ""),
        ("1674394800", ""),
    ],
)
def test_a_day_is_read_only_where_one_is_written(written: str, edtf: str):
    assert day_of(written) == edtf


ARTICLE = "<p>" + "Редакция публикует список, который передали родственники погибших. " * 4 + "</p>"


def table_rows(table):
    page = f"<html><body><article><h1>Список</h1>{ARTICLE}<table>{table}</table></article></body></html>"
    found = read_bytes(page.encode(), name="page.html")
    for row in found.rows:
        for cell in row.cells:
            assert found.text[cell.start : cell.stop] == cell.value
    return [{cell.header: cell.value for cell in row.cells} for row in found.rows]


HEADER = "<tr><th>Область</th><th>ФИО</th><th>Год рождения</th><th>Судьба</th></tr>"


def test_a_cell_over_several_rows_holds_for_each_of_them():
    found = table_rows(
        HEADER
        + "<tr><td rowspan=2>Баткенская</td><td>Асанов Эркин</td><td>1998</td><td rowspan='2'>погиб</td></tr>"
        + "<tr><td>Осмонов Бакыт</td><td>1990</td></tr>"
        + "<tr><td>Ошская</td><td>Исаков Тимур</td><td>1987</td><td>жив</td></tr>"
    )
    assert [tuple(row.values()) for row in found] == [
        ("Баткенская", "Асанов Эркин", "1998", "погиб"),
        ("Баткенская", "Осмонов Бакыт", "1990", "погиб"),
        ("Ошская", "Исаков Тимур", "1987", "жив"),
    ]


def test_an_empty_cell_leaves_those_behind_it_under_their_headers():
    found = table_rows(
        HEADER + "<tr><td></td><td>Асанов Эркин</td><td></td><td>погиб</td></tr>"
        "<tr><td>Ошская</td><td>Исаков Тимур</td><td>1987</td><td>жив</td></tr>"
    )
    assert found[0] == {"ФИО": "Асанов Эркин", "Судьба": "погиб"}


@pytest.mark.parametrize("said", ["999999999999", "-1", "two", "", "0", "²"])
def test_a_span_that_cannot_be_meant_stops_nothing(said):
    found = table_rows(
        HEADER + f"<tr><td>Ошская</td><td>Исаков Тимур</td><td>1987</td><td rowspan='{said}'>жив</td></tr>"
    )
    assert found[0]["ФИО"] == "Исаков Тимур"


def test_a_cell_over_two_columns_moves_those_behind_it():
    found = table_rows(
        HEADER + "<tr><td colspan=2>Исаков Тимур</td><td>1987</td><td>жив</td></tr>"
        "<tr><td>Ошская</td><td>Асанов Эркин</td><td>1998</td><td>погиб</td></tr>"
    )
    assert found[0]["Год рождения"] == "1987"
