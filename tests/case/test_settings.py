import pytest

from tizme.case.settings import Settings, change_setting, load_settings, save_settings
from tizme.model import UnknownLanguage, UnusableInput


def test_settings_are_read_back_as_they_were_written(tmp_path):
    path = tmp_path / "case.toml"
    settings = Settings(
        who='Айгүл "Ая" \\ \x7f', policy="strict", engine="splink-duckdb", languages=("ru", "ky")
    )
    save_settings(path, settings)
    assert load_settings(path) == settings


def test_changing_one_setting_leaves_every_other_line_as_it_stands(tmp_path):
    path = tmp_path / "case.toml"
    path.write_text('# mine\nwho = "A"\npolicy   = "strict" # why\n# policy = "x"\n')
    change_setting(path, "policy", "newsroom")
    assert path.read_text() == '# mine\nwho = "A"\npolicy = "newsroom"\n# policy = "x"\n'


def test_a_setting_that_was_left_out_is_added(tmp_path):
    path = tmp_path / "case.toml"
    path.write_text('who = "A"\n')
    change_setting(path, "policy", "newsroom")
    assert load_settings(path).policy == "newsroom"


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ('polcy = "strict"', "unknown setting 'polcy'"),
        ("format = 2", "format 2 is not known"),
        ("who = 3", "'who' must be words"),
        ('engine = "abacus"', "no engine 'abacus'"),
        ("who =", "not readable as TOML"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path, written, problem):
    path = tmp_path / "case.toml"
    path.write_text(written)
    with pytest.raises(UnusableInput, match=problem):
        load_settings(path)


def test_a_language_that_is_not_covered_is_named(tmp_path):
    path = tmp_path / "case.toml"
    path.write_text('languages = ["ru", "tlh"]')
    with pytest.raises(UnknownLanguage, match="tlh"):
        load_settings(path)
