"""Of one's own will, affirmed and denied. All people are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

DENIED = [
    ("uz-Latn", "Rustam Aliyev “Axmat”ga ko‘ngilli bo‘lib yozilmagan, uni majburlashgan."),
    ("uz-Latn", "Rustam Aliyev o‘z xohishi bilan urushga bormaganini aytdi."),
    ("uz-Latn", "Rustam Aliyevning urushga borish niyati yo‘q edi."),
    ("ky", "Рустам Алиев согушка өз каалоосу менен барбаганын айтты."),
    ("kk", "Рустам Алиев майданға өз еркімен бармағанын айтты."),
    ("tg", "Рустам Алиев изҳор дошт, ки ба ҷанг бо хоҳиши худ нарафтааст."),
    ("tg", "Рустам Алиев асир афтод. Ҳамсараш мегӯяд, шавҳараш ҳаргиз хоҳиши ҷанг надошт."),
]
AFFIRMED = [
    ("uz-Latn", "Rustam Aliyev o‘z xohishi bilan urushga borgan, uydagilarga aytmagan."),
    ("ky", "Рустам Алиев согушка өз каалоосу менен барган, үйүнө айткан эмес."),
    ("kk", "Рустам Алиев майданға өз еркімен барған, үйіне айтпаған."),
    ("tg", "Рустам Алиев ба ҷанг бо хоҳиши худ рафт, аз он ҷо барнагашт."),
]


def _polarity(text: str, lang: str) -> set[str]:
    claims = extract_text(text, lang=lang, published="2024-04-10").claims
    return {c.polarity.value for c in claims if c.property == "pathway" and c.value == "volunteer"}


@pytest.mark.parametrize(("lang", "text"), DENIED)
def test_not_of_his_own_will(lang: str, text: str) -> None:
    assert _polarity(text, lang) == {"denied"}


@pytest.mark.parametrize(("lang", "text"), AFFIRMED)
def test_of_his_own_will(lang: str, text: str) -> None:
    assert _polarity(text, lang) == {"affirmed"}
