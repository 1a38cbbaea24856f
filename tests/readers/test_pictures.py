from __future__ import annotations

import difflib
import json

import pytest
from click.testing import CliRunner

from tizme.cli import cli
from tizme.extract import extract_document
from tizme.model import Document, ReadFailure
from tizme.readers import Limits, ocr, read, read_bytes

pictures = pytest.importorskip("pictures", reason="Pillow is not installed")

NEEDS = ocr.missing_part() or ("" if pictures.font_path() else "a font with Cyrillic (fonts-dejavu-core)")
needs_ocr = pytest.mark.skipif(bool(NEEDS), reason=f"to read pictures, {NEEDS}")
# tesseract 5.3 with Debian's packs: 0.99 and more on clean print.
FLOOR = 0.97


def read_picture(content: bytes, name: str = "scan.png", **how: object) -> Document:
    answer = read_bytes(content, name=name, **how)
    assert isinstance(answer, Document), answer
    return answer


@needs_ocr
@pytest.mark.parametrize("lang", sorted(pictures.TEXTS))
def test_a_picture_is_read_in_the_language_that_it_is_in(lang: str):
    if ocr.packs_for(lang, ocr.installed_packs()).split("+")[0] == "rus" and lang != "ru":
        pytest.skip(f"tesseract's pack for {lang} is not installed")
    found = read_picture(pictures.saved(pictures.page(pictures.TEXTS[lang])))
    assert found.lang == lang
    ratio = difflib.SequenceMatcher(None, pictures.TEXTS[lang], " ".join(found.text.split())).ratio()
    assert ratio >= FLOOR, found.text


@needs_ocr
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_claim_leads_to_its_place_on_the_page_whichever_way_it_was_scanned(turned: int):
    picture = pictures.page(pictures.TEXTS["ru"], turned=turned)
    found = read_picture(pictures.saved(picture, "JPEG"), "scan.jpg")
    claims = extract_document(found, item="", published="2023-01-28").claims
    died = next(claim for claim in claims if claim.property == "died.date")
    assert died.value == "2022-11-14"
    boxes = [box for box in found.page_boxes if died.start < box.stop and box.start < died.stop]
    assert [found.text[box.start : box.stop] for box in boxes] == died.quote.split()
    for box in boxes:
        left, top, right, bottom = map(int, box.box)
        assert box.page == 1
        ink = picture.crop((left, top, right + 1, bottom + 1)).getextrema()[0]
        assert ink < 80, "nothing is printed there"


@needs_ocr
def test_pages_without_words_of_their_own_are_read_off_their_pictures():
    one, two = pictures.page(pictures.TEXTS["ru"]), pictures.page(pictures.TEXTS["ru"])
    scan = pictures.saved(one, "PDF", resolution=200.0, save_all=True, append_images=[two])
    found = read_picture(scan, "scan.pdf")
    assert found.text.count("Мирбек Турганбаев") == 2
    assert {box.page for box in found.page_boxes} == {1, 2}
    width, height = one.width * 72 / 200, one.height * 72 / 200
    assert all(0 <= box.box[0] < box.box[2] <= width + 1 for box in found.page_boxes)
    assert all(0 <= box.box[1] < box.box[3] <= height + 1 for box in found.page_boxes)
    assert any("read off a picture by tesseract" in said for said in found.warnings)


@needs_ocr
def test_words_that_are_doubtful_are_marked_and_named():
    from PIL import ImageFilter

    spoiled = pictures.page(pictures.TEXTS["ru"], size=20).filter(ImageFilter.GaussianBlur(2.6))
    found = read_picture(pictures.saved(spoiled))
    doubtful = [found.text[b.start : b.stop] for b in found.page_boxes if b.confidence < ocr.DOUBTFUL]
    assert doubtful
    assert any("doubtful" in said and doubtful[0] in said for said in found.warnings)


@needs_ocr
def test_entries_of_a_scanned_list_stay_lines_of_their_own():
    lines = "1. Осмонов Эрлан Бакирович, 1990 г.р., погиб 12.03.2023\n2. Жумалиев Тилек, 1988 г.р., погиб 02.02.2023\n3. Сыдыков Айбек, 1995 г.р., пропал без вести"
    found = read_picture(pictures.saved(pictures.page(lines, wrap=90)))
    assert len(found.text.strip().splitlines()) == 3
    names = {
        claim.value
        for claim in extract_document(found, item="", published="").claims
        if claim.property == "name"
    }
    assert {"Осмонов Эрлан Бакирович", "Жумалиев Тилек", "Сыдыков Айбек"} <= names


@needs_ocr
def test_a_picture_without_words_and_one_that_is_too_large_say_so():
    from PIL import Image

    empty = read_bytes(pictures.saved(Image.new("L", (400, 400), 255)), name="empty.png")
    assert isinstance(empty, ReadFailure)
    assert empty.reason == "no-text"
    huge = read_bytes(pictures.saved(Image.new("1", (12_000, 12_000), 1)), name="huge.png")
    assert isinstance(huge, ReadFailure)
    assert huge.reason == "too-large"


@needs_ocr
def test_a_broken_picture_is_a_stored_failure():
    broken = pictures.saved(pictures.page("погиб"))[:2000]
    answer = read_bytes(broken, name="broken.png")
    assert isinstance(answer, ReadFailure)
    assert answer.reason in {"malformed", "no-text"}


@needs_ocr
def test_reading_a_picture_stops_at_its_time_limit():
    content = pictures.saved(pictures.page("\n".join([pictures.TEXTS["ru"]] * 12)))
    answer = read_bytes(content, name="long.png", limits=Limits(seconds=0.05, ocr_seconds=0.05))
    assert isinstance(answer, ReadFailure)
    assert answer.reason == "timed-out"


@needs_ocr
def test_the_door_takes_the_language_that_it_is_given(tmp_path):
    (tmp_path / "scan.png").write_bytes(pictures.saved(pictures.page(pictures.TEXTS["ky"])))
    run = CliRunner().invoke(cli, ["intake", str(tmp_path / "scan.png"), "--lang", "ky", "--format", "json"])
    shown = json.loads(run.output)
    assert "(kir" in " ".join(shown["warnings"])
    assert "Бахмутта каза болгон" in shown["text"]
    assert shown["page_boxes"][0]["box"]


def test_without_the_program_a_picture_is_kept_and_the_next_step_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(read, "missing_part", lambda: "install the program tesseract")
    answer = read_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40), name="scan.png")
    assert answer == ReadFailure(
        "missing-extra",
        "Its words are a picture: install the program tesseract, then run again; "
        "or type what it says into a .txt file and add that too.",
    )


def test_latin_letters_inside_a_cyrillic_word_become_its_own():
    assert ocr._own_letters("Ocмoнoв") == "Осмонов"
    assert ocr._own_letters("VIPларга") == "VIPларга"
    assert ocr._own_letters("Bakhmut") == "Bakhmut"
