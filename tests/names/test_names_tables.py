"""Tables of names as the names verb reads them, and names compared in several threads."""

import csv
import io
from concurrent.futures import ThreadPoolExecutor

from click.testing import CliRunner

from tizme import names
from tizme.cli.names import command


def test_a_name_with_a_separator_that_ends_no_line_stays_one_row(tmp_path):
    table = tmp_path / "names.tsv"
    table.write_text("left\tright\nИван\x0bПетров\tИван Петров\nАсан\u2028Бакиров\tАсан\n", encoding="utf-8")
    done = CliRunner().invoke(command, ["compare", str(table)])
    rows = list(csv.DictReader(io.StringIO(done.output), delimiter="\t"))
    assert [row["right"] for row in rows] == ["Иван Петров", "Асан"]


def test_names_compared_in_several_threads_weigh_what_they_weigh_alone():
    pairs = [(f"Айбек Сары{a}{b}беков", f"Aibek Sary{b}{a}bekov") for a in "абгдез" for b in "klmnop"]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda pair: names.compare(*pair), pairs))
    assert together == [names.compare(*pair) for pair in pairs]
