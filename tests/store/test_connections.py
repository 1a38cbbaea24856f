"""Opening a store by its address."""

import importlib.util

import pytest

from tizme.model import IntegrityFailure, MissingExtra, UnusableInput
from tizme.store import open_store


@pytest.mark.parametrize(
    "address",
    [
        "",
        "case.sqlite",
        "mysql://localhost/db",
        "sqlite://",
        "postgresql://localhost/",
        "postgresql://localhost/db?schema=A-B",
    ],
)
def test_what_is_no_address_is_refused_with_the_right_form(address):
    with pytest.raises(UnusableInput, match=r"use sqlite:///abs"):
        open_store(address)


def test_a_missing_file_is_not_made_when_only_opening(tmp_path):
    with pytest.raises(UnusableInput, match=r"there is no store yet.*tizme run"):
        open_store(f"sqlite://{tmp_path}/case.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_database_is_not_filled_when_only_opening(postgres_address):
    with pytest.raises(UnusableInput, match="no tables yet"):
        open_store(postgres_address, create=False)


def test_a_store_opens_again_with_what_was_saved(address, values):
    store = open_store(address)
    store.save_capture(values.capture(), ledger_seq=1)
    store.close()
    again = open_store(address, create=False)
    assert again.captures() == (values.capture(),)
    again.close()


def test_a_path_with_spaces_and_cyrillic_is_a_path(tmp_path, values):
    path = tmp_path / "моё дело №1" / "case.sqlite"
    store = open_store(f"sqlite://{path}")
    store.save_run(values.run())
    store.close()
    assert path.is_file()


def test_a_file_that_is_no_database_is_an_integrity_failure(tmp_path):
    (tmp_path / "case.sqlite").write_bytes(b"not a database, but a long enough text to look at" * 40)
    with pytest.raises(IntegrityFailure, match="not a store of tizme"):
        open_store(f"sqlite://{tmp_path}/case.sqlite")


def test_postgresql_without_psycopg_names_the_extra(monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == "psycopg" else find(name, *more)
    )
    with pytest.raises(MissingExtra, match=r"pip install 'tizme\[postgres\]'"):
        open_store("postgresql://localhost/case")


def test_the_migrations_say_what_the_models_say():
    from django.core.management import call_command

    from tizme.store.settings import configure

    configure()
    call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)


def test_the_standard_librarys_sqlite_is_left_to_others(sqlite_address):
    import sqlite3

    open_store(sqlite_address).close()
    assert sqlite3.connect.__module__ != "pysqlite3"
    assert sqlite3.__name__ == "sqlite3"
