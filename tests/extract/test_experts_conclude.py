"""What examiners conclude is an office's word; that somebody was known by his DNA makes it no document."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

_CONCLUSIONS = [
    ("uk", "За висновком судмедекспертів, Нурлан Караєв загинув 20 червня."),
    ("ru", "По заключению лаборатории, Нурлан Караев погиб 20 июня."),
    ("ru", "Экспертиза показала, что Нурлан Караев погиб 20 июня."),
    ("kk", "Сараптама қорытындысынша, Нұрлан Қараев 20 маусымда қаза тапқан."),
    ("ky", "Экспертизанын корутундусуна ылайык, Нурлан Караев 20-июнда каза болгон."),
    ("uz-Latn", "Ekspertiza xulosasiga ko‘ra, Nurlon Qorayev 20-iyunda halok bo‘lgan."),
    ("tg", "Мувофиқи хулосаи экспертиза, Нурлан Караев 20-уми июн ҳалок шудааст."),
]
_BY_DNA = [
    ("en", "Nurlan Karaev was identified by DNA in February. His body lay in a morgue in Rostov."),
    ("ru", "Нурлана Караева опознали по ДНК в феврале. Тело лежало в морге в Ростове."),
    ("ky", "Нурлан Караевдин сөөгү ДНК аркылуу аныкталган."),
]


@pytest.mark.parametrize(("lang", "text"), _CONCLUSIONS)
def test_what_examiners_conclude_is_official(lang: str, text: str) -> None:
    claims = extract_text(text, lang=lang, published="2025-11-20").claims
    assert {c.evidence for c in claims if c.property == "died.date"} == {"official"}


@pytest.mark.parametrize(("lang", "text"), _BY_DNA)
def test_known_by_dna_is_told_by_whoever_tells_it(lang: str, text: str) -> None:
    claims = extract_text(text, lang=lang, published="2025-11-20").claims
    assert "document" not in {c.evidence for c in claims}
