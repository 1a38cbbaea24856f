"""Who is who while a text is read."""

from types import SimpleNamespace

from tizme.extract.discourse import Discourse


def test_nobody_gets_the_id_of_another_after_two_turned_out_to_be_one():
    """One id for two people would tell of the one what befell the other."""
    discourse = Discourse("", lang="ru")
    sentence = SimpleNamespace(paragraph=0, entry=None, index=0)
    first, second, _ = (discourse.somebody(label, sentence) for label in "abc")
    discourse.absorb(first, second)
    discourse.somebody("d", sentence)
    ids = [who.id for who in discourse.everyone]
    assert len(ids) == len(set(ids)) == 3
