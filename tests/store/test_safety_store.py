"""What is stored is never changed or lost, whoever writes to the database and with whatever tool."""

import sqlite3
import subprocess
import sys

import pytest

from tizme.model import IntegrityFailure, UnusableInput
from tizme.store import open_store
from tizme.store.connections import append_only_tables

pytestmark = pytest.mark.safety


@pytest.fixture
def filled(address, values):
    """A database with at least one row in every table."""
    store = open_store(address)
    store.save_capture(values.capture(), ledger_seq=1)
    store.save_document(values.item, values.document, reader="text@1")
    store.save_failure(values.failure, reader="pdf@1")
    store.save_extraction(values.item, values.extraction, rule="extract@1")
    store.save_judgement(values.judgement, ledger_seq=2)
    store.save_run(values.run())
    yield store
    store.close()


def _sql(store, statement):
    from django.db import connections

    with connections[store.alias].cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else None


def test_safety_every_table_of_the_filled_store_holds_a_row(filled):
    empty = [
        table for table in append_only_tables() if _sql(filled, f'SELECT count(*) FROM "{table}"') == [(0,)]
    ]
    assert empty == []
    assert len(append_only_tables()) == 16


@pytest.mark.parametrize("statement", ['UPDATE "{}" SET id = id', 'DELETE FROM "{}"'])
def test_safety_no_table_takes_an_update_or_a_delete(filled, statement):
    from django.db import DatabaseError

    for table in append_only_tables():
        with pytest.raises(DatabaseError, match=f"table {table} is append-only.*save a new row"):
            _sql(filled, statement.format(table))
        assert _sql(filled, f'SELECT count(*) > 0 FROM "{table}"') in ([(1,)], [(True,)])


def test_safety_no_table_takes_a_truncate_not_even_as_a_replica(postgres_address, values):
    from django.db import DatabaseError

    store = open_store(postgres_address)
    store.save_run(values.run())
    for table in append_only_tables():
        with pytest.raises(DatabaseError, match="append-only"):
            _sql(store, f'TRUNCATE "{table}" CASCADE')
    _sql(store, "SET session_replication_role = replica")
    with pytest.raises(DatabaseError, match="append-only"):
        _sql(store, "DELETE FROM reason")
    assert store.current_run() == values.run()
    store.close()


def test_safety_sqlite_takes_no_insert_or_replace_from_a_foreign_connection(sqlite_address, values):
    store = open_store(sqlite_address)
    store.save_capture(values.capture(), ledger_seq=1)
    store.close()
    foreign = sqlite3.connect(sqlite_address.removeprefix("sqlite://"))
    columns = [name for _, name, *_ in foreign.execute("PRAGMA table_info(capture)")]
    listed = ", ".join(f'"{name}"' for name in columns)
    same_id = listed.replace('"origin"', "'forged'")
    same_key = same_id.replace('"id"', "99")
    for changed in (same_id, same_key):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            foreign.execute(f"INSERT OR REPLACE INTO capture ({listed}) SELECT {changed} FROM capture")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        foreign.execute(
            f"INSERT INTO capture ({listed}) SELECT {listed} FROM capture WHERE true "
            "ON CONFLICT (id) DO UPDATE SET origin = 'forged'"
        )
    foreign.close()
    again = open_store(sqlite_address)
    assert again.captures() == (values.capture(),)
    again.close()


def test_safety_a_store_whose_triggers_were_dropped_does_not_open(sqlite_address):
    open_store(sqlite_address).close()
    foreign = sqlite3.connect(sqlite_address.removeprefix("sqlite://"))
    foreign.execute("DROP TRIGGER claim_no_update")
    foreign.close()
    with pytest.raises(IntegrityFailure, match="claim_no_update"):
        open_store(sqlite_address)


def test_safety_a_row_changed_behind_the_triggers_is_noticed_on_reading(sqlite_address, values):
    store = open_store(sqlite_address)
    store.save_document(values.item, values.document, reader="text@1")
    store.save_extraction(values.item, values.extraction, rule="extract@1")
    _sql(store, "DROP TRIGGER claim_no_update")
    _sql(store, "UPDATE claim SET value = '2023-01' WHERE value = '2022-11'")
    _sql(store, "DROP TRIGGER document_no_update")
    _sql(store, "UPDATE document SET text = text || ' forged'")
    with pytest.raises(IntegrityFailure, match="table extraction is not what was saved"):
        store.extraction(values.item)
    with pytest.raises(IntegrityFailure, match="table document is not what was saved"):
        store.document(values.item)
    store.close()


def test_safety_sqlite_writes_ahead_and_waits_for_the_disk(sqlite_address):
    from django.db.backends.sqlite3.base import Database

    from tizme.store.sqlite import wal_is_safe

    store = open_store(sqlite_address)
    safe = wal_is_safe(Database.sqlite_version_info)
    assert _sql(store, "PRAGMA journal_mode") == [("wal" if safe else "truncate",)]
    assert _sql(store, "PRAGMA synchronous") == [(2 if safe else 3,)]  # 2 FULL, 3 EXTRA
    assert _sql(store, "PRAGMA foreign_keys") == [(1,)]
    store.close()


def test_safety_the_standard_library_falls_back_to_a_rollback_journal(sqlite_address):
    code = f"""
import sys
sys.modules["pysqlite3"] = None  # as where no wheel exists
from tizme.store import open_store
from django.db import connections
store = open_store({sqlite_address!r})
from django.db.backends.sqlite3.base import Database
from tizme.store.sqlite import wal_is_safe
with connections[store.alias].cursor() as cursor:
    mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    level = cursor.execute("PRAGMA synchronous").fetchone()[0]
assert Database.__name__ == "sqlite3.dbapi2", Database.__name__
assert (mode, level) == (("wal", 2) if wal_is_safe(Database.sqlite_version_info) else ("truncate", 3)), (mode, level)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_safety_wal_is_used_only_by_versions_without_the_reset_bug():
    from tizme.store.sqlite import wal_is_safe

    assert [wal_is_safe(v) for v in ((3, 53, 4), (3, 51, 3), (3, 50, 7), (3, 44, 6))] == [True] * 4
    assert [wal_is_safe(v) for v in ((3, 51, 2), (3, 50, 6), (3, 45, 0), (3, 40, 1))] == [False] * 4


def test_safety_a_run_that_fails_half_way_leaves_nothing(address, values, monkeypatch):
    from tizme.store import rows_of

    store = open_store(address)
    store.save_run(values.run("r-1"))

    def broken(*_):
        raise RuntimeError("the power went")

    monkeypatch.setattr(rows_of, "conflicts", broken)
    with pytest.raises(RuntimeError, match="power"):
        store.save_run(values.run("r-2"))
    assert store.run_ids() == ("r-1",)
    assert store.current_run() == values.run("r-1")
    store.close()


def test_safety_two_cases_in_one_process_do_not_see_each_other(tmp_path, values):
    first, second = (open_store(f"sqlite://{tmp_path}/{name}/case.sqlite") for name in ("one", "two"))
    first.save_run(values.run())
    assert second.current_run() is None
    first.close()
    assert second.run_ids() == ()
    second.close()


def test_safety_a_killed_first_opening_leaves_a_store_that_opens(tmp_path):
    """The tables are made all or none, so a kill at any moment of it can be followed by another try."""
    for milliseconds in (40, 80, 120, 160):
        address = f"sqlite://{tmp_path}/{milliseconds}/case.sqlite"
        code = f"""
import os, signal
from tizme.store.settings import configure
configure()
signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
signal.setitimer(signal.ITIMER_REAL, {milliseconds / 1000})
from tizme.store import open_store
open_store({address!r})
os.kill(os.getpid(), signal.SIGKILL)
"""
        subprocess.run([sys.executable, "-c", code], check=False)
        store = open_store(address)
        assert store.run_ids() == ()
        store.close()


def test_safety_a_password_is_never_shown(postgres_server):
    with pytest.raises(UnusableInput) as caught:
        open_store("postgresql://reader:s3cret@127.0.0.1:1/case")
    assert "s3cret" not in str(caught.value)
    assert "reader:***@" in str(caught.value)
