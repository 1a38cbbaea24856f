"""Databases for tests: a file, and one real PostgreSQL server for the session."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_SCHEMAS = itertools.count(1)


def _postgres_programs() -> Path | None:
    folders = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def _not_root() -> dict[str, object]:
    """Keyword arguments that make a subprocess run as somebody PostgreSQL accepts: it refuses root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return {}


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a database on a server: TIZME_TEST_POSTGRES, or one started here and ended after."""
    given = os.environ.get("TIZME_TEST_POSTGRES", "")
    if given:
        yield given
        return
    programs = _postgres_programs()
    if programs is None:
        pytest.skip("no PostgreSQL: set TIZME_TEST_POSTGRES, or install Debian's package postgresql")
    pytest.importorskip("psycopg", reason="the extra 'postgres' (psycopg) is not installed")
    folder = Path(tempfile.mkdtemp(prefix="tizme-pg-"))  # not pytest's tmp: its parents are closed to others
    account = _not_root()
    if account:
        os.chown(folder, account["user"], account["group"])
    quiet: dict = {
        "stdout": subprocess.DEVNULL,
        "cwd": folder,
        "env": {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        **account,
    }
    data = folder / "data"
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
    try:
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "tizme", "--auth=trust", "--no-sync", "-E", "UTF8"],
            check=True,
            **quiet,
        )
        subprocess.run(
            [programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"],
            check=True,
            **quiet,
        )
        try:
            yield f"postgresql://tizme@/postgres?host={folder}"
        finally:
            subprocess.run(
                [programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], check=True, **quiet
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_address(postgres_server: str) -> str:
    """A schema of its own, so that one test cannot see another's rows."""
    joined = "&" if "?" in postgres_server else "?"
    return f"{postgres_server}{joined}schema=test_{os.getpid()}_{next(_SCHEMAS)}"


@pytest.fixture
def sqlite_address(tmp_path: Path) -> str:
    return f"sqlite://{tmp_path}/case.sqlite"
