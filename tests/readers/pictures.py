"""Pictures of text, drawn when a test asks for them. Everyone in them is invented."""

from __future__ import annotations

import io
import textwrap
from pathlib import Path

FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/TTF/DejaVuSans.ttf",
)
TEXTS = {
    "ru": "27-летний уроженец Джумгальского района Мирбек Турганбаев погиб 14 ноября 2022 года в Донецкой области. Об этом рассказала его мать Гульнара Турганбаева.",
    "ky": "Кочкор районунун тургуну, 29 жаштагы Эрлан Жумабеков 2023-жылдын 19-январында Бахмутта каза болгон. Сөөгү үйүнө жеткирилип, жерге берилди, бул тууралуу туугандары билдиришти.",
    "kk": "Сайрам ауданының тұрғыны, 31 жастағы Ерлан Жұмағұлов 2023 жылғы 22 қаңтарда Бахмут маңында қаза тапқан. Бұл туралы оның анасы айтып берді.",
    "uk": "27-річний уродженець Бухари Сардор Жабборов потрапив у полон 14 листопада 2023 року поблизу Авдіївки. Про це повідомив його адвокат.",
    "tg": "Сокини ноҳияи Восеъ Фаррух Раҳимов, 31-сола, 22 январи соли 2023 дар наздикии Бахмут ҳалок шудааст. Дар ин бора модари ӯ нақл кард.",
    "uz-Latn": "Farg'ona viloyatining Quva tumanida tug'ilgan 32 yoshli Shuhrat Qodirov 2023-yil 22-yanvarda Baxmut yaqinida halok bo'lgan. Bu haqda uning rafiqasi aytib berdi.",
    "uz-Cyrl": "Фарғона вилоятининг Қува туманида туғилган 32 ёшли Шуҳрат Қодиров 2023 йил 22 январда Бахмут яқинида ҳалок бўлган. Бу ҳақда унинг рафиқаси айтиб берди.",
    "en": "Mirlan Asanov, 27, from the Naryn region, was killed on 14 November 2022 near Bakhmut. His mother told the newspaper about it.",
}


def font_path() -> str:
    """A font that has the letters of all languages, "" where none is installed."""
    return next((path for path in FONTS if Path(path).exists()), "")


def page(text: str, *, width: int = 1654, size: int = 36, turned: int = 0, wrap: int = 60):
    """A grey A4 page at 200 dpi with the text on it."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("L", (width, int(width * 1.414)), 245)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(font_path(), size)
    lines = [line for part in text.split("\n") for line in (textwrap.wrap(part, wrap) or [""])]
    for number, line in enumerate(lines):
        draw.text((120, 140 + int(number * size * 1.6)), line, fill=20, font=font)
    return picture.rotate(turned, expand=True) if turned else picture


def saved(picture, form: str = "PNG", **how) -> bytes:
    into = io.BytesIO()
    picture.save(into, form, **how)
    return into.getvalue()
