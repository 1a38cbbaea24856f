"""Open a store by its address: a database connection of its own, checked, and made where it is missing."""

from __future__ import annotations

import importlib.util
import itertools
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tizme.model import IntegrityFailure, MissingExtra, UnusableInput
from tizme.ports import Store
from tizme.store import sqlite
from tizme.store.settings import configure

_NUMBERS = itertools.count(1)
_SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_ADDRESSES = "use sqlite:///abs/path/case.sqlite or postgresql://user:pw@host:port/db[?schema=name]"
# Any number will do as long as nobody else's; it keeps two processes from making the tables at once.
_MAKING_TABLES = 0x7469_7A6D_65


def open_store(address: str, *, create: bool = True) -> Store:
    """The store at ``address``.

    Args:
        address: ``sqlite:///abs/path/case.sqlite``, or ``postgresql://user:pw@host:port/db``. A PostgreSQL
            address may end in ``?schema=name``, so that several cases live in one database, and in
            ``?host=/run/postgresql`` for a Unix socket.
        create: Make the file and the tables where there are none.

    Raises:
        UnusableInput: no such address, no answer from it, or nothing there and ``create`` is False.
        MissingExtra: a PostgreSQL address without psycopg.
        IntegrityFailure: the file is no database, or its append-only triggers are gone.
    """
    database = _database(address, create=create)
    configure()
    from django.db import DatabaseError, OperationalError, connections

    from tizme.store.repository import DjangoStore

    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"] = sqlite.connection_options()
    alias = f"store-{next(_NUMBERS)}"
    connections.databases[alias] = database
    try:
        _prepare(alias, schema=database.pop("SCHEMA", ""), where=_shown(address), create=create)
    except OperationalError as error:
        _forget(alias)
        raise UnusableInput(
            f"the store does not open ({_first_line(error)})",
            _shown(address),
            "check the address in case.toml",
        ) from error
    except DatabaseError as error:
        _forget(alias)
        raise IntegrityFailure(
            f"this is not a store of tizme ({_first_line(error)})",
            _shown(address),
            "move the file away and run `tizme run`, which rebuilds it from the archive and the ledger",
        ) from error
    except Exception:
        _forget(alias)
        raise
    return DjangoStore(alias=alias, address=_shown(address))


def _database(address: str, *, create: bool) -> dict[str, Any]:
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _common("sqlite3") | {"NAME": str(_sqlite_path(address, create=create))}
    if parts.scheme not in {"postgresql", "postgres"}:
        raise UnusableInput("this is no address of a store", _shown(address), _ADDRESSES)
    if importlib.util.find_spec("psycopg") is None:
        raise MissingExtra("postgres", "a PostgreSQL store")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    schema = query.get("schema", "")
    name = unquote(parts.path.lstrip("/"))
    unknown = set(query) - {"schema", "host"}
    if not name or unknown or (schema and not _SCHEMA.fullmatch(schema)):
        raise UnusableInput("this is no address of a PostgreSQL database", _shown(address), _ADDRESSES)
    database = _common("postgresql") | {
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "SCHEMA": schema,
    }
    if schema:
        database["OPTIONS"] = {"options": f"-c search_path={schema}"}
    return database


def _sqlite_path(address: str, *, create: bool) -> Path:
    path = Path("/", unquote(address.removeprefix("sqlite:").split("?", 1)[0]).lstrip("/"))
    if not address.startswith("sqlite:///") or not path.name:
        raise UnusableInput("a SQLite address needs an absolute path", address, _ADDRESSES)
    if not create and not path.is_file():
        raise UnusableInput("there is no store yet", str(path), "run `tizme run` in the case first")
    if create:
        path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _common(engine: str) -> dict[str, Any]:
    return {
        "ENGINE": f"django.db.backends.{engine}",
        "NAME": "",
        "USER": "",
        "PASSWORD": "",
        "HOST": "",
        "PORT": "",
        "OPTIONS": {},
        "TIME_ZONE": None,
        "ATOMIC_REQUESTS": False,
        "AUTOCOMMIT": True,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": False,
        "TEST": {"CHARSET": None, "COLLATION": None, "MIGRATE": True, "MIRROR": None, "NAME": None},
    }


def _prepare(alias: str, *, schema: str, where: str, create: bool) -> None:
    """Make the tables where they are missing, all or none, and check the triggers."""
    from django.db import connections, transaction
    from django.db.migrations.executor import MigrationExecutor

    from tizme.store.triggers import missing_triggers

    connection = connections[alias]
    connection.ensure_connection()
    # SQLite alters tables only while foreign keys are off, and turns them off only outside a transaction.
    with connection.constraint_checks_disabled(), transaction.atomic(using=alias):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_MAKING_TABLES])
                if schema and create:
                    cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')
        executor = MigrationExecutor(connection)
        targets = executor.loader.graph.leaf_nodes("store")
        if executor.migration_plan(targets):
            if not create:
                raise UnusableInput("the store has no tables yet", where, "run `tizme run` in the case first")
            executor.migrate(targets)
    gone = missing_triggers(connection, append_only_tables())
    if gone:
        raise IntegrityFailure(
            f"append-only triggers are missing: {', '.join(gone)}",
            where,
            "somebody opened this database to changes; rebuild it from the archive and the ledger",
        )


def append_only_tables() -> list[str]:
    """Every table of the store."""
    from django.apps import apps

    return sorted(model._meta.db_table for model in apps.get_app_config("store").get_models())  # noqa: SLF001  (Django's documented API)


def _forget(alias: str) -> None:
    from django.db import connections

    connections[alias].close()
    del connections[alias]
    del connections.databases[alias]


def _shown(address: str) -> str:
    """The address without its password."""
    return re.sub(r"(://[^:/@]+):[^@]*@", r"\1:***@", address)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["no reason given"])[0]
