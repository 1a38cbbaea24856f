"""Two items are one source when one copies, quotes or translates the other, or one person told both."""

from decide_cases import claim, facts, item

from tizme.decide import independent_sources, same_sources, with_groups

NEWS = (
    "Уроженец Алайского района Асан Токтосунов погиб под Бахмутом, сообщила его мать. Тело доставили в Ош 24 января "
    "2023 года, похороны прошли 25 января. Ему было 28 лет, в 2019 году он получил 7 лет колонии. Семье выплатили "
    "100000 рублей."
)
IN_ENGLISH = (
    "Asan Toktosunov, born in Alay, was killed near Bakhmut, his mother says. The body reached Osh on January 24, 2023, "
    "and the funeral was on January 25. He was 28; in 2019 he had been given 7 years. The family was paid 100000 rubles."
)
OTHER = (
    "В селе простились с Асаном Токтосуновым. Односельчане рассказали, что он уехал работать в Самару и перестал звонить "
    "осенью; о смерти родные узнали от сослуживца, который приехал в село."
)


def test_a_repost_with_an_introduction_is_one_source():
    copies = [
        item("a", name="Alpha", text=NEWS),
        item("b", name="Beta", text="Новости юга. " + NEWS),
        item("c", name="Gamma", text=OTHER),
    ]
    assert same_sources(copies) == (("a", "b"),)


def test_a_translation_keeps_the_figures_and_is_one_source():
    long = " В 2021 году он уехал, в 2022 году, 17 октября, звонил в 18:45 и обещал 250000 рублей."
    long_en = " He left in 2021, called on October 17, 2022 at 18:45 and promised 250000 rubles."
    pair = [item("a", name="Alpha", text=NEWS + long), item("b", name="Beta", text=IN_ENGLISH + long_en)]
    assert same_sources(pair) == (("a", "b"),)


def _list_of(people: range, *, word: str) -> str:
    """Rows of invented people; each has days of their own, and all lists have all days and years."""
    rows = (
        f"Киши{chr(0x430 + n // 30)}{chr(0x430 + n % 30)}; {n % 28 + 1:02d}.{n % 12 + 1:02d}.{1970 + n % 30}; {word}; "
        f"{n * 5 % 28 + 1:02d}.{n * 7 % 12 + 1:02d}.{2022 + n % 2}"
        for n in people
    )
    return "\n".join(rows)


def test_two_lists_of_people_are_not_one_source_for_having_the_same_days_and_years():
    lists = [
        item("a", name="Alpha", text=_list_of(range(100), word="погиб")),
        item("b", name="Beta", text=_list_of(range(80, 190), word="killed")),
    ]
    assert same_sources(lists) == ()


def test_lists_that_share_many_rows_are_one_source_for_a_death_and_two_for_an_overlap():
    lists = [
        item("a", name="Alpha", text=_list_of(range(100), word="погиб")),
        item("b", name="Beta", text=_list_of(range(50, 150), word="погиб")),
        item("c", name="Gamma", text=_list_of(range(20, 60), word="погиб")),
    ]
    assert same_sources(lists) == (("a", "b", "c"),), "perhaps copied in part: not two to call anybody dead"
    assert same_sources(lists, lists_overlap=True) == (("a", "c"),), "only a list that is whole in another"


def test_a_translated_list_keeps_its_rows_and_is_one_source():
    lists = [
        item("a", name="Alpha", text=_list_of(range(100), word="погиб")),
        item("b", name="Beta", text=_list_of(range(100), word="killed").replace("Киши", "Person")),
    ]
    assert same_sources(lists) == (("a", "b"),)


def test_two_reports_in_their_own_words_are_two_sources():
    assert same_sources([item("a", name="Alpha", text=NEWS), item("c", name="Gamma", text=OTHER)]) == ()


def test_an_item_that_links_to_the_other_or_reposts_its_channel_is_one_source():
    first = item("a", name="Alpha", origin="https://www.alpha.example/2023/01/news/")
    linking = item("b", name="Beta", links=("http://alpha.example/2023/01/news",))
    reposting = item("c", name="Gamma", repeats=("Канал «Alpha»",))
    stranger = item("d", name="Delta", links=("https://alpha.example/",))
    assert same_sources([first, linking, reposting, stranger]) == (("a", "b", "c"),)


def test_one_outlet_under_two_names_is_one_source():
    assert same_sources([item("a", name="BBC News Russia"), item("b", name="Русская служба Би-би-си")]) == (
        ("a", "b"),
    )
    assert same_sources([item("a", name="Радио Озоди"), item("b", name="Радио Свобода")]) == ()


def test_items_are_joined_through_a_third():
    known = with_groups(
        [
            item("a", name="Alpha", text=NEWS),
            item("b", name="Beta", text=NEWS),
            item("c", name="Gamma", text=OTHER),
        ]
    )
    told = [
        claim("died"),
        claim("died", item="b", speakers=("дядя",)),
        claim("died", item="c", speakers=("амакиси Анвар",)),
    ]
    assert independent_sources(told, known, unnamed_are_one=True) == (("a", "b", "c"),)


def test_the_speaker_of_another_claim_joins_nothing():
    """Independence is computed for each set of claims: an uncle who spoke of wages did not tell of a death."""
    known = facts(item("a", name="Alpha"), item("b", name="Beta"))
    deaths = [claim("died"), claim("died", item="b", speakers=("uncle",))]
    assert len(independent_sources(deaths, known, unnamed_are_one=True)) == 2
    wages = [claim("wage.amount", "200000 RUB", speakers=("uncle",)), *deaths]
    assert len(independent_sources(wages, known, unnamed_are_one=True)) == 1
