"""What keeps every table append-only, whoever writes to the database and with whatever tool.

A trigger cannot stop the owner of a database from dropping a table or the trigger itself. The archive and the
ledger are the truth, the store can be made again from them, and ``missing_triggers`` notices.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

WHAT_TO_DO = (
    "nothing is updated or deleted here; save a new row with tizme, or rebuild the store from the ledger"
)

Keys = Sequence[Sequence[str]]  # the unique keys of a table, each a list of columns


def statements(vendor: str, tables: Mapping[str, Keys]) -> list[str]:
    """The SQL that makes ``tables`` append-only.

    Args:
        vendor: "sqlite" or "postgresql", as Django names them.
        tables: table -> its unique keys besides ``id``.
    """
    if vendor == "sqlite":
        return [sql for table, keys in tables.items() for sql in _sqlite(table, keys)]
    return [_POSTGRES_FUNCTION, *(sql for table in tables for sql in _postgresql(table))]


def _message(action: str, table: str) -> str:
    return f"tizme: {action} refused, table {table} is append-only: {WHAT_TO_DO}"


def _sqlite(table: str, keys: Keys) -> list[str]:
    made = [
        f'CREATE TRIGGER "{table}_no_{action}" BEFORE {action.upper()} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, '{_message(action.upper(), table)}'); END"
        for action in ("update", "delete")
    ]
    # INSERT OR REPLACE deletes without firing a delete trigger unless recursive_triggers is on, which a
    # foreign connection need not have set; so a row that would replace another is refused before.
    same = " OR ".join(
        "(" + " AND ".join(f'"{column}" = NEW."{column}"' for column in key) + ")" for key in [["id"], *keys]
    )
    made.append(
        f'CREATE TRIGGER "{table}_no_replace" BEFORE INSERT ON "{table}" '  # noqa: S608  (our own names)
        f'WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {same}) '
        f"BEGIN SELECT RAISE(ABORT, '{_message('a second row with the same key', table)}'); END"
    )
    return made


_POSTGRES_FUNCTION = f"""
CREATE FUNCTION tizme_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'tizme: % refused, table % is append-only: {WHAT_TO_DO}', TG_OP, TG_TABLE_NAME;
END $$
"""


def _postgresql(table: str) -> list[str]:
    name = f"{table}_append_only"
    refuse = "FOR EACH STATEMENT EXECUTE FUNCTION tizme_refuse()"
    return [
        f'CREATE TRIGGER "{name}" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" {refuse}',
        # ALWAYS: also under session_replication_role = replica, which switches ordinary triggers off.
        f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{name}"',
    ]


def missing_triggers(connection: Any, tables: Sequence[str]) -> list[str]:
    """The triggers that should stand in this database and do not."""
    if connection.vendor == "sqlite":
        wanted = {f"{table}_no_{what}" for table in tables for what in ("update", "delete", "replace")}
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        wanted = {f"{table}_append_only" for table in tables}
        query = (
            "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE NOT t.tgisinternal AND t.tgenabled = 'A' AND n.nspname = current_schema()"
        )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return sorted(wanted - {name for (name,) in cursor.fetchall()})
