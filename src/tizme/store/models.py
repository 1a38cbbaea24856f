"""The tables, without behaviour: what a row holds and which rows belong together, nothing else.

Every table is append-only; triggers of the first migration see to it (``triggers.py``). A column has the name
of the dataclass field that it holds. What is a tuple there is JSON text here. ``*_folded`` columns hold
tizme.text.fold of their neighbour, because SQLite's LIKE does not fold Cyrillic. ``digest`` is the SHA-256
of the whole value's canonical JSON.
"""

from __future__ import annotations

from django.db import models


def _of(parent: type[models.Model] | str) -> models.ForeignKey:
    return models.ForeignKey(parent, on_delete=models.PROTECT, related_name="+")


class Capture(models.Model):
    ledger_seq = models.BigIntegerField(unique=True)
    digest = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64, db_index=True)
    size_bytes = models.BigIntegerField()
    origin = models.TextField()
    captured_at = models.TextField()
    captured_by = models.TextField()
    tool = models.TextField()
    media_type = models.TextField()
    original_name = models.TextField()
    original_name_folded = models.TextField()
    published = models.TextField()
    source_name = models.TextField()
    source_kind = models.TextField()
    source_reliability = models.TextField()
    source_credibility = models.IntegerField()
    source_interest = models.TextField()

    class Meta:
        db_table = "capture"


class Document(models.Model):
    item = models.CharField(max_length=64)
    reader = models.TextField()
    digest = models.CharField(max_length=64)
    media_type = models.TextField()
    lang = models.TextField()
    title = models.TextField()
    title_folded = models.TextField()
    published = models.TextField()
    publisher = models.TextField()
    text = models.TextField()
    rest = models.TextField()  # every other field of model.Document, as JSON

    class Meta:
        db_table = "document"
        constraints = [models.UniqueConstraint(fields=["item", "reader"], name="document_once")]


class Failure(models.Model):
    item = models.CharField(max_length=64)
    stage = models.TextField()
    reader = models.TextField()
    digest = models.CharField(max_length=64)
    reason = models.TextField()
    detail = models.TextField()

    class Meta:
        db_table = "failure"
        constraints = [
            models.UniqueConstraint(fields=["item", "stage", "reader", "digest"], name="failure_once")
        ]


class Extraction(models.Model):
    item = models.CharField(max_length=64)
    rule = models.TextField()
    digest = models.CharField(max_length=64)
    lang = models.TextField()
    boilerplate = models.TextField()

    class Meta:
        db_table = "extraction"
        constraints = [models.UniqueConstraint(fields=["item", "rule"], name="extraction_once")]


class Subject(models.Model):
    extraction = _of(Extraction)
    position = models.IntegerField()
    subject = models.TextField()  # model.Subject.id
    named = models.BooleanField()
    group = models.BooleanField()
    label = models.TextField()
    role = models.TextField()
    name = models.TextField()
    name_folded = models.TextField()

    class Meta:
        db_table = "subject"
        constraints = [models.UniqueConstraint(fields=["extraction", "position"], name="subject_once")]


class Mention(models.Model):
    extraction = _of(Extraction)
    position = models.IntegerField()
    subject = models.TextField()
    start = models.IntegerField()
    stop = models.IntegerField()
    form = models.TextField()

    class Meta:
        db_table = "mention"
        constraints = [models.UniqueConstraint(fields=["extraction", "position"], name="mention_once")]


class Claim(models.Model):
    extraction = _of(Extraction)
    position = models.IntegerField()
    claim = models.CharField(max_length=64, db_index=True)  # model.Claim.id
    item = models.CharField(max_length=64, db_index=True)
    subject = models.TextField()
    property = models.TextField()
    value = models.TextField()
    value_folded = models.TextField()
    start = models.IntegerField()
    stop = models.IntegerField()
    quote = models.TextField()
    evidence = models.TextField()
    polarity = models.TextField()
    speakers = models.TextField()
    said_on = models.TextField()
    rule = models.TextField()
    cell = models.TextField()

    class Meta:
        db_table = "claim"
        constraints = [models.UniqueConstraint(fields=["extraction", "position"], name="claim_once")]


class Judgement(models.Model):
    ledger_seq = models.BigIntegerField(unique=True)
    digest = models.CharField(max_length=64)
    left = models.TextField()
    right = models.TextField()
    verdict = models.TextField()
    made_by = models.TextField()
    made_at = models.TextField()
    note = models.TextField()
    withdrawn = models.BooleanField()

    class Meta:
        db_table = "judgement"


class Run(models.Model):
    run = models.CharField(max_length=64, unique=True)  # ports.Run.id
    digest = models.CharField(max_length=64)
    policy = models.TextField()
    rules = models.TextField()
    same_source = models.TextField()

    class Meta:
        db_table = "run"


class Record(models.Model):
    run = _of(Run)
    position = models.IntegerField()
    record = models.TextField()  # model.Record.id
    list_id = models.TextField()
    subject = models.TextField()
    name = models.TextField()
    name_folded = models.TextField()
    alternate_names = models.TextField()
    lang = models.TextField()
    sex = models.TextField()
    born = models.TextField()
    born_low = models.IntegerField(null=True)
    born_high = models.IntegerField(null=True)
    rest = models.TextField()  # every other field of model.Record, as JSON

    class Meta:
        db_table = "record"
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="record_once")]


class Pair(models.Model):
    run = _of(Run)
    position = models.IntegerField()
    left = models.TextField()
    right = models.TextField()
    weight_bits = models.FloatField()
    probability = models.FloatField()
    reasons = models.TextField()

    class Meta:
        db_table = "pair"
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="pair_once")]


class Cluster(models.Model):
    run = _of(Run)
    position = models.IntegerField()
    cluster = models.TextField()  # model.Cluster.id
    record_ids = models.TextField()
    certainty = models.FloatField()

    class Meta:
        db_table = "cluster"
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="cluster_once")]


class Person(models.Model):
    run = _of(Run)
    position = models.IntegerField()
    person = models.CharField(max_length=64, db_index=True)  # model.Person.id
    label = models.TextField()
    names_folded = models.TextField()  # the label and every name of every record, one a line
    cluster_certainty = models.FloatField()
    record_ids = models.TextField()
    claim_ids = models.TextField()
    policy = models.TextField()
    fate = models.TextField()
    whereabouts_kind = models.TextField()
    whereabouts_place = models.TextField()
    whereabouts_certainty = models.TextField()
    whereabouts_as_of = models.TextField()
    whereabouts_claim_ids = models.TextField()
    open_questions = models.TextField()

    class Meta:
        db_table = "person"
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="person_once")]


class Reason(models.Model):
    person = _of(Person)
    position = models.IntegerField()
    side = models.TextField()  # for | against
    code = models.TextField()
    claim_ids = models.TextField()
    source_ids = models.TextField()

    class Meta:
        db_table = "reason"
        constraints = [models.UniqueConstraint(fields=["person", "side", "position"], name="reason_once")]


class Conflict(models.Model):
    person = _of(Person)
    position = models.IntegerField()
    property = models.TextField()
    values = models.TextField()
    claim_ids = models.TextField()
    shown_as = models.TextField()

    class Meta:
        db_table = "conflict"
        constraints = [models.UniqueConstraint(fields=["person", "position"], name="conflict_once")]


class Newest(models.Model):
    """Which document, extraction or run was saved last. Saving an older one again makes it the newest."""

    kind = models.TextField()  # document | extraction | run
    item = models.CharField(max_length=64)  # "" for a run
    target = models.BigIntegerField()

    class Meta:
        db_table = "newest"
        indexes = [models.Index(fields=["kind", "item"], name="newest_of")]
