import re
from pathlib import Path

from tizme.decide import load_policy, policy_names
from tizme.publish import sentence, sentence_codes

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_reasons_lists_every_code_with_its_sentence():
    listed = dict(
        re.findall(
            r"^\| `([^`]+)` \| (.+) \|$", (DOCS / "reasons.md").read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    assert {code: text.replace("{n}", "0") for code, text in listed.items()} == {
        code: sentence(code) for code in listed
    }
    assert set(listed) == sentence_codes("en")


def test_the_page_of_policies_names_every_policy_and_its_keys():
    page = (DOCS / "policies.md").read_text(encoding="utf-8")
    for name in policy_names():
        assert f"`{name}`" in page
        assert load_policy(name).version == 1
