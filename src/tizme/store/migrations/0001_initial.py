"""The tables, and the triggers that keep every one of them append-only."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from tizme.store.triggers import statements

# table -> its unique keys besides id
APPEND_ONLY = {
    "capture": [["ledger_seq"]],
    "document": [["item", "reader"]],
    "failure": [["item", "stage", "reader", "digest"]],
    "extraction": [["item", "rule"]],
    "subject": [["extraction_id", "position"]],
    "mention": [["extraction_id", "position"]],
    "claim": [["extraction_id", "position"]],
    "judgement": [["ledger_seq"]],
    "run": [["run"]],
    "record": [["run_id", "position"]],
    "pair": [["run_id", "position"]],
    "cluster": [["run_id", "position"]],
    "person": [["run_id", "position"]],
    "reason": [["person_id", "side", "position"]],
    "conflict": [["person_id", "position"]],
    "newest": [],
}


def make_append_only(apps: Any, schema_editor: Any) -> None:
    """One set of triggers per database vendor."""
    for sql in statements(schema_editor.connection.vendor, APPEND_ONLY):
        schema_editor.execute(sql, params=None)  # None: the SQL holds a % of its own


class Migration(migrations.Migration):

    initial = True

    dependencies: list[tuple[str, str]] = []

    operations = [
        migrations.CreateModel(
            name='Capture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ledger_seq', models.BigIntegerField(unique=True)),
                ('digest', models.CharField(max_length=64)),
                ('sha256', models.CharField(db_index=True, max_length=64)),
                ('size_bytes', models.BigIntegerField()),
                ('origin', models.TextField()),
                ('captured_at', models.TextField()),
                ('captured_by', models.TextField()),
                ('tool', models.TextField()),
                ('media_type', models.TextField()),
                ('original_name', models.TextField()),
                ('original_name_folded', models.TextField()),
                ('published', models.TextField()),
                ('source_name', models.TextField()),
                ('source_kind', models.TextField()),
                ('source_reliability', models.TextField()),
                ('source_credibility', models.IntegerField()),
                ('source_interest', models.TextField()),
            ],
            options={
                'db_table': 'capture',
            },
        ),
        migrations.CreateModel(
            name='Judgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ledger_seq', models.BigIntegerField(unique=True)),
                ('digest', models.CharField(max_length=64)),
                ('left', models.TextField()),
                ('right', models.TextField()),
                ('verdict', models.TextField()),
                ('made_by', models.TextField()),
                ('made_at', models.TextField()),
                ('note', models.TextField()),
                ('withdrawn', models.BooleanField()),
            ],
            options={
                'db_table': 'judgement',
            },
        ),
        migrations.CreateModel(
            name='Run',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('run', models.CharField(max_length=64, unique=True)),
                ('digest', models.CharField(max_length=64)),
                ('policy', models.TextField()),
                ('rules', models.TextField()),
                ('same_source', models.TextField()),
            ],
            options={
                'db_table': 'run',
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item', models.CharField(max_length=64)),
                ('reader', models.TextField()),
                ('digest', models.CharField(max_length=64)),
                ('media_type', models.TextField()),
                ('lang', models.TextField()),
                ('title', models.TextField()),
                ('title_folded', models.TextField()),
                ('published', models.TextField()),
                ('publisher', models.TextField()),
                ('text', models.TextField()),
                ('rest', models.TextField()),
            ],
            options={
                'db_table': 'document',
                'constraints': [models.UniqueConstraint(fields=('item', 'reader'), name='document_once')],
            },
        ),
        migrations.CreateModel(
            name='Extraction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item', models.CharField(max_length=64)),
                ('rule', models.TextField()),
                ('digest', models.CharField(max_length=64)),
                ('lang', models.TextField()),
                ('boilerplate', models.TextField()),
            ],
            options={
                'db_table': 'extraction',
                'constraints': [models.UniqueConstraint(fields=('item', 'rule'), name='extraction_once')],
            },
        ),
        migrations.CreateModel(
            name='Failure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item', models.CharField(max_length=64)),
                ('stage', models.TextField()),
                ('reader', models.TextField()),
                ('digest', models.CharField(max_length=64)),
                ('reason', models.TextField()),
                ('detail', models.TextField()),
            ],
            options={
                'db_table': 'failure',
                'constraints': [models.UniqueConstraint(fields=('item', 'stage', 'reader', 'digest'), name='failure_once')],
            },
        ),
        migrations.CreateModel(
            name='Newest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.TextField()),
                ('item', models.CharField(max_length=64)),
                ('target', models.BigIntegerField()),
            ],
            options={
                'db_table': 'newest',
                'indexes': [models.Index(fields=['kind', 'item'], name='newest_of')],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('person', models.CharField(db_index=True, max_length=64)),
                ('label', models.TextField()),
                ('names_folded', models.TextField()),
                ('cluster_certainty', models.FloatField()),
                ('record_ids', models.TextField()),
                ('claim_ids', models.TextField()),
                ('policy', models.TextField()),
                ('fate', models.TextField()),
                ('whereabouts_kind', models.TextField()),
                ('whereabouts_place', models.TextField()),
                ('whereabouts_certainty', models.TextField()),
                ('whereabouts_as_of', models.TextField()),
                ('whereabouts_claim_ids', models.TextField()),
                ('open_questions', models.TextField()),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.run')),
            ],
            options={
                'db_table': 'person',
            },
        ),
        migrations.CreateModel(
            name='Pair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('left', models.TextField()),
                ('right', models.TextField()),
                ('weight_bits', models.FloatField()),
                ('probability', models.FloatField()),
                ('reasons', models.TextField()),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.run')),
            ],
            options={
                'db_table': 'pair',
            },
        ),
        migrations.CreateModel(
            name='Cluster',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('cluster', models.TextField()),
                ('record_ids', models.TextField()),
                ('certainty', models.FloatField()),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.run')),
            ],
            options={
                'db_table': 'cluster',
            },
        ),
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('subject', models.TextField()),
                ('named', models.BooleanField()),
                ('group', models.BooleanField()),
                ('label', models.TextField()),
                ('role', models.TextField()),
                ('name', models.TextField()),
                ('name_folded', models.TextField()),
                ('extraction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.extraction')),
            ],
            options={
                'db_table': 'subject',
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('claim', models.CharField(db_index=True, max_length=64)),
                ('item', models.CharField(db_index=True, max_length=64)),
                ('subject', models.TextField()),
                ('property', models.TextField()),
                ('value', models.TextField()),
                ('value_folded', models.TextField()),
                ('start', models.IntegerField()),
                ('stop', models.IntegerField()),
                ('quote', models.TextField()),
                ('evidence', models.TextField()),
                ('polarity', models.TextField()),
                ('speakers', models.TextField()),
                ('said_on', models.TextField()),
                ('rule', models.TextField()),
                ('cell', models.TextField()),
                ('extraction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.extraction')),
            ],
            options={
                'db_table': 'claim',
                'constraints': [models.UniqueConstraint(fields=('extraction', 'position'), name='claim_once')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('subject', models.TextField()),
                ('start', models.IntegerField()),
                ('stop', models.IntegerField()),
                ('form', models.TextField()),
                ('extraction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.extraction')),
            ],
            options={
                'db_table': 'mention',
                'constraints': [models.UniqueConstraint(fields=('extraction', 'position'), name='mention_once')],
            },
        ),
        migrations.CreateModel(
            name='Conflict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('property', models.TextField()),
                ('values', models.TextField()),
                ('claim_ids', models.TextField()),
                ('shown_as', models.TextField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.person')),
            ],
            options={
                'db_table': 'conflict',
                'constraints': [models.UniqueConstraint(fields=('person', 'position'), name='conflict_once')],
            },
        ),
        migrations.CreateModel(
            name='Reason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('side', models.TextField()),
                ('code', models.TextField()),
                ('claim_ids', models.TextField()),
                ('source_ids', models.TextField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.person')),
            ],
            options={
                'db_table': 'reason',
                'constraints': [models.UniqueConstraint(fields=('person', 'side', 'position'), name='reason_once')],
            },
        ),
        migrations.CreateModel(
            name='Record',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('record', models.TextField()),
                ('list_id', models.TextField()),
                ('subject', models.TextField()),
                ('name', models.TextField()),
                ('name_folded', models.TextField()),
                ('alternate_names', models.TextField()),
                ('lang', models.TextField()),
                ('sex', models.TextField()),
                ('born', models.TextField()),
                ('born_low', models.IntegerField(null=True)),
                ('born_high', models.IntegerField(null=True)),
                ('rest', models.TextField()),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.run')),
            ],
            options={
                'db_table': 'record',
                'constraints': [models.UniqueConstraint(fields=('run', 'position'), name='record_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.UniqueConstraint(fields=('run', 'position'), name='person_once'),
        ),
        migrations.AddConstraint(
            model_name='pair',
            constraint=models.UniqueConstraint(fields=('run', 'position'), name='pair_once'),
        ),
        migrations.AddConstraint(
            model_name='cluster',
            constraint=models.UniqueConstraint(fields=('run', 'position'), name='cluster_once'),
        ),
        migrations.AddConstraint(
            model_name='subject',
            constraint=models.UniqueConstraint(fields=('extraction', 'position'), name='subject_once'),
        ),
        migrations.RunPython(make_append_only, migrations.RunPython.noop),
    ]
