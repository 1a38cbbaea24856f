"""Fill scripts/recogniser_templates.tsv with names in the cases of their languages; used by train_recogniser.py."""

from __future__ import annotations

import csv
import random
import re
from pathlib import Path

from tizme.cli.measuring.named_texts import NamedText
from tizme.tables import rows

TABLE = Path(__file__).with_name("recogniser_templates.tsv")
SEED = 7
FILLS = 25  # of each template
LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхъэюяқҳў",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "yo",
            "j",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "x",
            "'",
            "e",
            "yu",
            "ya",
            "q",
            "h",
            "o'",
        ],
        strict=True,
    )
) | {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ь": "", "ы": "i", "ғ": "g'"}
CYRILLIC = {v: k for k, v in LATIN.items() if v and k not in "ыщйэ"} | {"y": "й"}
# Names of the world's press, which our tables of Central Asia lack. Public figures and inventions, as forms only.
WORLD = [
    "Мухаммад бин Халид",
    "Усама ибн Рашид",
    "Халед эль-Амин",
    "Махмуд аль-Рашиди",
    "Самир ас-Сулейман",
    "Ли Со Мин",
    "Ким Чон Хо",
    "Пак Чжин У",
    "Нгуен Ван Тхань",
    "Чжан Вэй",
    "Ван Сяо Лин",
    "Аун Мин Тхи",
    "Жан де Ла Тур",
    "Хуан де Сантос",
    "Марко ди Паоло",
    "Ян ван дер Берг",
    "Карл фон Штайн",
    "Ахмед-Хаджи Мусаев",
    "Мария-Луиза Кох",
    "Хуан Карлос Мендес",
    "Пьер-Анри Дюваль",
    "Шон О'Брайен",
    "Джон Мак-Грегор",
    "Абу Бакр ас-Сиддик",
    "Чан Мин Су",
    "Цой Ен Хи",
    "Эль Хаджи Диоп",
    "Луис да Силва",
    "Педро дос Сантос",
    "Рашид Абд эль Керим",
    "Аун Тан Чжи",
    "Со Ён Ли",
]
TWO_WORD_PLACES = [
    "Коста-Рика",
    "Коста Рика",
    "Эль Сальвадор",
    "Эль-Пасо",
    "Сан Марино",
    "Сан-Томе",
    "Шри Ланка",
    "Пуэрто Рико",
    "Новая Зеландия",
    "Нью Йорк",
    "Лос Анджелес",
    "Санта Фе",
    "Аль Мадина",
    "Саудовская Аравия",
    "Буркина Фасо",
    "Порто Алегре",
    "Сьерра Леоне",
    "Рио-Гранде",
    "Сан Пауло",
    "Аддис Абеба",
]
ORGANISATIONS = {
    "ru": "Минобороны|ФСИН|Генпрокуратуры|Красного Креста|Рособоронэкспорта|МИД|Аль-Джазиры|Рейтер|Мемориала",
    "uk": "Міноборони|Генпрокуратури|Червоного Хреста|МЗС|Укрінформу|СБУ",
    "en": "the Red Cross|Reuters|the Defence Ministry|Amnesty International|the Interior Ministry|Memorial",
    "ky": "Коргоо министрлигинен|Кызыл Крест уюмунан|Башкы прокуратурадан|Азаттык радиосунан",
    "uz": "Mudofaa vazirligidan|Qizil Xoch jamiyatidan|Bosh prokuraturadan|Ozodlik radiosidan",
    "tg": "Вазорати мудофиа|Салиби Сурх|Прокуратураи генералӣ|Радиои Озодӣ",
    "kk": "Қорғаныс министрлігінен|Қызыл Крест ұйымынан|Бас прокуратурадан|Азаттық радиосынан",
}
SUFFIXES = {  # language -> case -> (after a vowel, after a voiced consonant, after a voiceless one); # is a close vowel, % an open one
    "ky": {
        "g": ("н#н", "д#н", "т#н"),
        "a": ("н#", "д#", "т#"),
        "d": ("г%", "г%", "к%"),
        "l": ("д%н", "д%н", "т%н"),
    },
    "kk": {
        "g": ("н#ң", "д#ң", "т#ң"),
        "a": ("н#", "д#", "т#"),
        "d": ("ғ%", "ғ%", "қ%"),
        "l": ("д%н", "д%н", "т%н"),
    },
    "uz": {"g": ("ning",) * 3, "a": ("ni",) * 3, "d": ("ga",) * 3, "l": ("dan",) * 3},
    "tg": {"a": ("ро",) * 3},
}
VOICELESS = "пфктсшчщхцқ"


class Filler:
    """Draws names for one language."""

    def __init__(self, lang: str, draw: random.Random) -> None:
        self.lang, self.draw = lang, draw
        self.given: dict[str, list[str]] = {"m": [], "f": []}
        own = {
            "en": {"ky", "uz", "tg", "kk", "ru"},
            "ru": {"ru", "ky", "uz", "tg", "kk"},
            "uk": {"uk", "uz", "tg", "ky"},
        }
        for row in rows("names/given_by_hand.csv", "lang", "sex", "names"):
            if row["lang"] in own.get(lang, {lang}):
                names = row["names"].split()
                self.given[row["sex"]] += [n for n in names if lang != "ru" or re.fullmatch("[А-яЁё-]+", n)]
        self.places = [
            name for row in rows("places/cities.csv", "name", "country", "population", "names")
            if int(row["population"] or 0) > 20_000
            for name in [row["name"], *row["names"].split("|")]
            if name and bool(re.search("[А-Яа-я]", name)) == (lang not in {"en", "uz"}) and " " not in name
        ]  # fmt: skip
        self.endings = [
            r
            for r in rows("names/endings.csv", "lang", "part", "sex", "case", "ending", "nominative", "stem")
            if r["lang"] == lang
        ]

    def fill(self, slot: str) -> str:
        kind, _, case = slot.partition(".")
        sex = "f" if self.draw.random() < 0.3 else "m"
        if kind == "L":
            return self.draw.choice(self.places)
        if kind == "O":
            return self.draw.choice(ORGANISATIONS[self.lang].split("|"))
        if kind in "XB":
            return self.draw.choice(WORLD if kind == "X" else TWO_WORD_PLACES)
        given, family = self._given(sex), self._family(sex)
        if kind == "N":
            return self._in_case([(given, "given")], sex, case)
        if kind == "F":
            return self._in_case([(family, "family")], sex, case)
        if kind == "I":
            initial = f"{given[0]}." if self.draw.random() < 0.6 else f"{given[0]}. {self._given('m')[0]}."
            return self.draw.choice([f"{initial} {family}", f"{family} {initial}"])
        if kind == "U":
            marker = {
                "ky": ("уулу", "кызы"),
                "kk": ("ұлы", "қызы"),
                "uz": ("o'g'li", "qizi"),
                "en": ("uulu", "kyzy"),
            }[self.lang][sex == "f"]
            father = self._given("m")
            own = f"{father}{marker}" if self.lang == "kk" else f"{father} {marker}"
            whole = (
                f"{own} {given}"
                if self.lang in {"ky", "en"} and self.draw.random() < 0.6
                else f"{given} {own}"
            )
            return whole + self._suffix(whole, case)
        words = [(given, "given"), (family, "family")]
        return self._in_case(words if self.draw.random() < 0.65 else words[::-1], sex, case)

    def _given(self, sex: str) -> str:
        name = self.draw.choice(self.given[sex])
        if self.lang == "en":
            return latin(name).replace("x", "kh").replace("X", "Kh").replace("'", "")
        return latin(name) if self.lang == "uz" else name

    def _family(self, sex: str) -> str:
        root = self._given("m")
        if self.lang == "tg" and self.draw.random() < 0.4:
            return root + "зода"
        ending = (
            ("ev" if root[-1] in "iyaeo" else "ov")
            if root.isascii()
            else "ев"
            if root[-1] in "йьиаеяі"
            else "ов"
        )
        return (
            root.rstrip("йьяаиеоіўӣӯy'") + ending + (("a" if root.isascii() else "а") if sex == "f" else "")
        )

    def _in_case(self, words: list[tuple[str, str]], sex: str, case: str) -> str:
        if not case:
            return " ".join(word for word, _ in words)
        if self.lang in {"ru", "uk"}:
            return " ".join(self._declined(word, part, sex, case) for word, part in words)
        whole = " ".join(word for word, _ in words)
        return whole + self._suffix(whole, case)

    def _declined(self, word: str, part: str, sex: str, case: str) -> str:
        fitting = [
            row for row in self.endings
            if row["part"] == part and row["sex"] in {sex, ""} and (row["case"] == case or (case == "a" and sex == "m" and row["case"] == "g"))
            and word.endswith(row["nominative"]) and (not row["stem"] or word[: len(word) - len(row["nominative"])][-1:] in row["stem"])
        ]  # fmt: skip
        if not fitting:
            return word
        row = max(fitting, key=lambda r: len(r["nominative"]))
        return word[: len(word) - len(row["nominative"])] + row["ending"]

    def _suffix(self, whole: str, case: str) -> str:
        choices = SUFFIXES.get(self.lang, {}).get(case)
        if not choices:
            return ""
        last = whole[-1].lower()
        suffix = choices[0 if last in "аеиоуыэюяіөүұәӣӯ" else 2 if last in VOICELESS or last == "в" else 1]
        vowels = [letter for letter in whole.lower() if letter in "аоуыяұеиэөүәіюё"]
        last_vowel = vowels[-1] if vowels else "а"
        front = last_vowel in "еиэөүәі"
        close = {
            "ky": {"о": "у", "у": "у", "ө": "ү", "ү": "ү"}.get(last_vowel, "и" if front else "ы"),
            "kk": "і" if front else "ы",
        }.get(self.lang, "")
        wide = {
            "ky": {"о": "о", "ө": "ө", "ү": "ө"}.get(last_vowel, "е" if front else "а"),
            "kk": "е" if front else "а",
        }.get(self.lang, "")
        return suffix.replace("#", close).replace("%", wide)


def latin(word: str) -> str:
    made = "".join(
        LATIN.get(letter, letter)
        for letter in word.lower()
        .replace("ӣ", "и")
        .replace("ӯ", "у")
        .replace("ҷ", "ж")
        .replace("ә", "а")
        .replace("і", "и")
        .replace("ұ", "у")
        .replace("ү", "у")
        .replace("ө", "о")
        .replace("ң", "н")
        .replace("һ", "х")
    )
    return made[:1].upper() + made[1:]


def cyrillic(text: str) -> str:
    """Uzbek in Cyrillic letters, near enough for a template."""
    found, i = [], 0
    while i < len(text):
        two, one = text[i : i + 2], text[i]
        low = two.lower() if two.lower() in CYRILLIC and len(two) == 2 else one.lower()
        letter = CYRILLIC.get(low, one)
        found.append(letter.upper() if one.isupper() and letter.isalpha() else letter)
        i += len(low)
    return "".join(found)


def made_texts() -> list[NamedText]:
    """Every template FILLS times; the same names each time the script runs."""
    draw = random.Random(SEED)
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    fillers: dict[str, Filler] = {}
    found = []
    for row in csv.DictReader(lines, delimiter="\t"):
        filler = fillers.setdefault(row["lang"], Filler(row["lang"], draw))
        for number in range(FILLS):
            other = row["lang"] == "uz" and number % 2 == 1
            found.append(_filled(row["text"], filler, f"{row['lang']}{len(found)}", in_cyrillic=other))
    return found


KINDS = {"L": "LOC", "B": "LOC", "O": "ORG"}


def _filled(template: str, filler: Filler, name: str, *, in_cyrillic: bool) -> NamedText:
    text, spans = "", []
    for piece in re.split(r"(\{[^}]+\})", template):
        words = filler.fill(piece[1:-1]) if piece.startswith("{") else piece
        words = cyrillic(words) if in_cyrillic else words
        if piece.startswith("{"):
            stop = len(words) - (words.endswith(".") and filler.lang != "kk")  # as factRuEval marks initials
            spans.append((len(text), len(text) + stop, KINDS.get(piece[1], "PER")))
        text += words
    lang = {"uz": "uz-Cyrl" if in_cyrillic else "uz-Latn"}.get(filler.lang, filler.lang)
    return NamedText(name, lang, text, tuple(spans))
