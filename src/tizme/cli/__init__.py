"""The command line: one file per verb.

Reads: arguments. Writes: results to standard output, progress and errors to standard error.
Never: holds a rule about people; it opens the door and prints what came out.

Exit status: 0 done, 1 done with stored failures, 2 unusable input, 3 integrity failure.
"""

from __future__ import annotations

import importlib
import sys

import click

import tizme
from tizme.model import IntegrityFailure, TizmeError

# verb -> (module under tizme.cli that holds it as ``command``, one line of help)
VERBS = {
    "init": ("init", "Start a case folder."),
    "add": ("add", "Capture files into a case."),
    "run": ("run", "Read, extract, link and decide what is new in a case."),
    "status": ("status", "Say where a case stands and what to do next."),
    "verify": ("verify", "Re-hash the archive and check the ledger's chain."),
    "show": ("show", "Print one person: fate, reasons, timeline, words."),
    "suggestions": ("suggestions", "List what a language model suggested and no text bears out."),
    "judge": ("judge", "Say that two records are the same person, different, or unsure."),
    "policy": ("policy", "Decide again by another policy and say who moved."),
    "export": ("export", "Write the case's persons and claims as CSV and JSON."),
    "serve": ("serve", "Open the case in a browser on this machine."),
    "demo": ("demo", "Build the example case from its raw sources."),
    "request": ("request", "Keep who searches for whom: sealed, with the family's consent."),
    "watch": ("watch", "Look again for those who are sought, in what is new."),
    "inquiry": ("inquiry", "Draft and log letters to offices about those who are sought."),
    "intake": ("intake", "Read files as items and print what is in them."),
    "extract": ("extract", "Read claims out of files; no case needed."),
    "dates": ("dates", "Read dates to EDTF."),
    "money": ("money", "Read sums of money."),
    "places": ("places", "Find places in the gazetteer."),
    "names": ("names", "Take names apart; compare names."),
    "link": ("link", "Join lists of people across spellings."),
    "index": ("index", "Make lists searchable by name."),
    "trace": ("trace", "Search lists or a case for a person."),
    "estimate": ("estimate", "Estimate how many people are on no list."),
    "measure": ("measure", "Measure quality on annotated data."),
}


class Verbs(click.Group):
    """Loads a verb's file only when it is called, so that `tizme --help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"tizme.cli.{VERBS[cmd_name][0]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, line) for verb, (_, line) in VERBS.items()])


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(tizme.__version__, prog_name="tizme")
def cli() -> None:
    """tizme - a register of people drawn into a war, in which every fact leads back to its words."""


def main() -> None:
    """Run a verb; turn our errors into one readable line and the right exit status."""
    try:
        # With standalone_mode off click gives a status back instead of leaving with it.
        sys.exit(cli(standalone_mode=False) or 0)
    except click.Abort:
        click.echo("interrupted; what was reported as done is kept", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except IntegrityFailure as error:
        click.echo(f"integrity failure [{error.code}]: {error}", err=True)
        sys.exit(3)
    except TizmeError as error:
        click.echo(f"error [{error.code}]: {error}", err=True)
        sys.exit(2)
