"""The client of a language model: which machines it speaks to, what it asks for, what it puts up with."""

import json
import time

import pytest
from llm_cases import chat, claims, server

from tizme.engines import language_model
from tizme.engines.llm import MOST_BYTES, OpenAICompatible
from tizme.engines.llm_address import StaysHere, address_of, is_loopback
from tizme.model import UnusableInput
from tizme.ports.language_model import ModelUnavailable

SCHEMA = {"type": "object"}
LOCAL = [
    ("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1"),
    ("http://localhost:8000/v1/", "http://127.0.0.1:8000/v1"),
    ("http://LOCALHOST", "http://127.0.0.1/v1"),
    ("http://127.8.9.1:80", "http://127.8.9.1:80/v1"),
    ("https://[::1]:8443/openai/v1", "https://[::1]:8443/openai/v1"),
]
# Each looks like this machine to somebody in a hurry.
ELSEWHERE = [
    "http://example.org", "http://0.0.0.0:11434", "http://127.0.0.1.example.org", "http://localhost.example.org",
    "http://10.0.0.7:8000", "http://192.168.1.2", "http://169.254.169.254", "http://[::ffff:127.0.0.1]",
    "http://[fe80::1]", "http://127.1", "http://2130706433", "http://0x7f000001", "http://0177.0.0.1",
    "http://loopback", "http://127.0.0.1@example.org".replace("127.0.0.1@", "127.0.0.1."), "http://l\u043ecalhost",
    "http://[::]:11434", "http://ip6-localhost",
]  # fmt: skip
UNUSABLE = [
    "", "127.0.0.1:11434", "ftp://127.0.0.1", "file:///etc/passwd", "http://", "http://user:pw@127.0.0.1",
    "http://127.0.0.1@example.org", "http://127.0.0.1:notaport", "http://127.0.0.1?x=1", "http://127.0.0.1/#a",
]  # fmt: skip


@pytest.mark.parametrize(("url", "base"), LOCAL)
def test_this_machine_may_be_spoken_to(url, base):
    address = address_of(url)
    assert (address.base, address.is_local) == (base, True)


@pytest.mark.parametrize("url", ELSEWHERE)
def test_safety_no_other_machine_is_spoken_to_unless_it_is_named(url):
    with pytest.raises(StaysHere):
        address_of(url)


@pytest.mark.parametrize("url", UNUSABLE)
def test_what_is_no_plain_address_is_refused(url):
    with pytest.raises(UnusableInput):
        address_of(url, named_host="example.org")


def test_a_host_that_the_user_names_may_be_spoken_to_and_is_not_this_machine():
    address = address_of("https://models.example.org/v1", named_host="Models.Example.org")
    assert (address.host, address.is_local) == ("models.example.org", False)


def test_naming_one_host_opens_no_other():
    with pytest.raises(StaysHere):
        address_of("https://evil.example.net/v1", named_host="models.example.org")


def test_loopback_is_told_by_number_not_by_look():
    assert is_loopback("::1")
    assert not is_loopback("::1%eth0")


def test_a_model_must_be_named():
    with pytest.raises(UnusableInput):
        language_model("http://127.0.0.1:9", "  ")


def model(url, **given):
    return OpenAICompatible(url, "m", sleep=lambda _: None, **given)


def test_an_answer_comes_back_and_the_schema_goes_out():
    with server(lambda _: (200, chat("words"))) as (url, asked):
        assert model(url, key="secret").answer("s", "u", schema=SCHEMA) == "words"
    assert asked[0]["_path"] == "/v1/chat/completions"
    assert asked[0]["_headers"]["Authorization"] == "Bearer secret"
    assert asked[0]["response_format"]["json_schema"]["schema"] == SCHEMA
    assert asked[0]["temperature"] == 0


def test_a_server_without_schemas_is_asked_for_an_object_and_then_for_words():
    def picky(request):
        return (400, b"{}") if "response_format" in request else (200, chat("plain"))

    with server(picky) as (url, asked):
        one = model(url)
        assert one.answer("s", "u", schema=SCHEMA) == "plain"
        assert one.mode == "plain"
        one.answer("s", "u", schema=SCHEMA)
    wishes = [request.get("response_format", {}).get("type") for request in asked]
    assert wishes == ["json_schema", "json_object", None, None]  # what it cannot is not asked again


def test_a_server_that_is_busy_is_asked_again():
    answers = iter([(503, b""), (429, b""), (200, chat("at last"))])
    with server(lambda _: next(answers)) as (url, _):
        assert model(url).answer("s", "u", schema=SCHEMA) == "at last"


@pytest.mark.parametrize(
    "behaviour",
    [
        lambda _: None,
        lambda _: (500, b"broken"),
        lambda _: (401, b"who are you"),
        lambda _: (400, b"never"),
        lambda _: (302, b""),
        lambda _: (200, b"not json"),
        lambda _: (200, b"[]"),
        lambda _: (200, b'{"choices": []}'),
        lambda _: (200, b'{"choices": [{"message": "words"}]}'),
        lambda _: (200, b"[" * 100_000),
        lambda _: (200, b"x" * (MOST_BYTES + 1)),
        lambda _: (200, b"\xff\xfe\x00"),
    ],
)
def test_a_server_that_does_not_answer_as_one_is_told(behaviour):
    with server(behaviour) as (url, _), pytest.raises(ModelUnavailable) as told:
        model(url).answer("s", "u", schema=SCHEMA)
    assert "model 'm' at http://127.0.0.1" in str(told.value)


def test_a_redirect_leads_nowhere():
    with server(lambda _: (307, b"")) as (url, asked), pytest.raises(ModelUnavailable):
        model(url).answer("s", "u", schema=SCHEMA)
    assert len(asked) == 1


def test_safety_a_proxy_of_the_environment_is_not_used(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with server(lambda _: (200, chat("direct"))) as (url, _):
        assert model(url).answer("s", "u", schema=SCHEMA) == "direct"


def test_a_server_that_is_not_there_is_told_at_once():
    with server(lambda _: (200, chat(""))) as (url, _):
        pass
    with pytest.raises(ModelUnavailable, match="check that the server runs"):
        model(url).answer("s", "u", schema=SCHEMA)


def test_a_slow_server_is_given_up_after_the_time_allowed():
    def slow(_request):
        time.sleep(0.4)
        return 200, chat("late")

    with server(slow) as (url, _), pytest.raises(ModelUnavailable):
        model(url, seconds=0.1).answer("s", "u", schema=SCHEMA)


def test_no_words_are_no_answer():
    body = json.dumps({"choices": [{"message": {"content": None}}]}).encode()
    with server(lambda _: (200, body)) as (url, _):
        assert model(url).answer("s", "u", schema=SCHEMA) == ""


def test_claims_are_one_json_object():
    assert json.loads(claims({"a": 1})) == {"claims": [{"a": 1}]}
