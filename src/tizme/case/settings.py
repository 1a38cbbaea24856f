"""case.toml: what a person chose for this case."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from tizme.archive.durable import replace_file
from tizme.model import UnusableInput
from tizme.text import LANGUAGES, normal_language

FORMAT = 1
ENGINES = ("plain", "splink-duckdb")  # as tizme.engines.link_engine knows them


@dataclass(frozen=True, slots=True)
class Settings:
    """What stands in case.toml.

    Attributes:
        who: Whom captures and judgements are signed with where no --by is given.
        policy: Name of a table in tables/status/policies; `tizme policy` lists them.
        engine: One of ENGINES; both give the same pairs.
        languages: Those the sources are expected in; says nothing about what is read.
        store: A file name for SQLite in the case folder, or a postgresql:// address.
    """

    who: str
    policy: str = "two-sources"
    engine: str = "plain"
    languages: tuple[str, ...] = LANGUAGES
    store: str = "case.sqlite"
    format: int = FORMAT


_COMMENTS = {
    "who": "whom captures and judgements are signed with, unless --by says otherwise",
    "policy": "how fate is decided; `tizme policy CASE` lists them, `tizme policy CASE NAME` changes it",
    "engine": f"what compares records: {' or '.join(ENGINES)}; both give the same pairs",
    "languages": "the languages that the sources are expected in",
    "store": "a file in this folder, or postgresql://user@host/database",
    "format": "of this folder; leave it",
}


def load_settings(path: Path) -> Settings:
    """The settings in ``path``.

    Raises:
        UnusableInput: no case there, not TOML, or a setting that nobody knows.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _no_case(path.parent) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableInput(f"not readable as TOML ({error})", str(path), "mend the line") from error
    known = {field.name: field for field in fields(Settings)}
    for name in found:
        if name not in known:
            raise UnusableInput(f"unknown setting '{name}'", str(path), f"use one of: {', '.join(known)}")
    if found.get("format", FORMAT) != FORMAT:
        raise UnusableInput(f"format {found['format']} is not known", str(path), "use a newer tizme")
    for name in ("who", "policy", "engine", "store"):
        if not isinstance(found.get(name, ""), str):
            raise UnusableInput(f"'{name}' must be words in quotes", str(path), "mend the line")
    if found.get("engine", "plain") not in ENGINES:
        raise UnusableInput(f"no engine '{found['engine']}'", str(path), f"use {' or '.join(ENGINES)}")
    languages = found.pop("languages", LANGUAGES)
    return Settings(
        **{"who": "", **found}, languages=tuple(normal_language(str(language)) for language in languages)
    )


def save_settings(path: Path, settings: Settings) -> None:
    """Write a new case.toml, each setting with its comment."""
    lines = []
    for field in fields(Settings):
        value = getattr(settings, field.name)
        lines += [f"# {_COMMENTS[field.name]}", f"{field.name} = {_toml(value)}", ""]
    replace_file(path, "\n".join(lines).encode())


def change_setting(path: Path, name: str, value: str) -> None:
    """Change one line of case.toml and leave every other as it stands."""
    text = path.read_text(encoding="utf-8")
    line = f"{name} = {_toml(value)}"
    changed, count = re.subn(rf"(?m)^{name}\s*=.*$", lambda _: line, text, count=1)
    replace_file(path, (changed if count else f"{line}\n{text}").encode())


def _toml(value: object) -> str:
    """JSON's strings, lists and numbers are TOML's too, save for DEL."""
    written = value if not isinstance(value, tuple) else list(value)
    return json.dumps(written, ensure_ascii=False).replace("\x7f", "\\u007f")


def _no_case(folder: Path) -> UnusableInput:
    if not folder.exists():
        return UnusableInput(
            "there is no such folder", str(folder), f"run `tizme init {folder}` to start a case"
        )
    return UnusableInput(
        "this folder is not a case (it holds no case.toml)",
        str(folder),
        "name a case, or start one with `tizme init`",
    )
