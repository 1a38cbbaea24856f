"""What the pages must never do: run what a source holds, be reached from elsewhere, or leave this machine."""

import re

import pytest
from click.testing import CliRunner

pytestmark = pytest.mark.safety

EVERY_PAGE = ["/", "/items/", "/items/{hostile}/", "/items/{news}/", "/items/{list}/", "/items/{broken}/", "/persons/", "/persons/p-1/",
              "/persons/p-2/", "/persons/?name=%3Cscript%3E&fate=%3Cb%3E", "/nowhere/<script>/", "/assets/tizme.css"]  # fmt: skip


@pytest.fixture(params=EVERY_PAGE)
def response(request, client, sample):
    names = {
        "hostile": sample.hostile_item,
        "news": sample.news_item,
        "list": sample.list_item,
        "broken": sample.broken_item,
    }
    return client.get(request.param.format(**names))


def test_safety_markup_in_a_source_is_shown_as_text(response):
    content = response.content.decode()
    for harmful in (
        "<script",
        "<img",
        "onerror=alert(1)>",
        "<svg onload",
        "<i>",
        "<u>",
        "<b>",
        "javascript:",
    ):
        assert harmful not in content.replace("&lt;script", ""), harmful


def test_safety_a_hostile_text_is_there_to_the_letter_as_text(client, sample):
    import html

    content = client.get(f"/items/{sample.hostile_item}/").content.decode()
    source = re.search(r'<div class="source-text".*?</div>', content, re.DOTALL).group()
    shown = html.unescape(re.sub(r"<[^>]*>", "", source))
    assert shown == sample.hostile.replace("\x00", "\ufffd").replace("\ud83d", "\ufffd").replace(
        "\u202e", "\ufffd"
    )


def test_safety_no_page_names_another_machine(response):
    loaded = re.findall(r'(?:src|href|action|url\()\s*=?\s*["\']?([^"\'\s>)]+)', response.content.decode())
    assert [address for address in loaded if "//" in address] == []


def test_safety_every_answer_carries_the_headers_that_keep_the_browser_at_home(response):
    policy = response["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in response


def test_safety_no_page_needs_a_script_or_an_inline_style(response):
    content = response.content.decode()
    assert not re.search(r"<[^>]*\s(style|on\w+)=", content)


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1.evil.example", "0.0.0.0", "192.168.1.5"])
def test_safety_a_foreign_name_for_this_machine_is_refused(client, name):
    refused = client.get("/persons/", headers={"host": name})
    assert refused.status_code == 400
    assert "Токтосунов" not in refused.content.decode()
    assert refused["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_safety_the_pages_take_nothing(client, method):
    refused = getattr(client, method)("/persons/p-1/")
    assert refused.status_code == 405
    assert refused["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "case.example.org"])
def test_safety_serve_refuses_every_address_but_loopback(host):
    from tizme.cli.serve import command
    from tizme.model import UnusableInput

    result = CliRunner().invoke(command, ["/nowhere", "--host", host])
    assert isinstance(result.exception, UnusableInput)
    assert "no sign-in" in str(result.exception)


def test_safety_the_server_binds_to_loopback(sample):
    from tizme.web.server import make_server

    server = make_server(sample.store, title="Пример", port=0)
    assert server.socket.getsockname()[0] == "127.0.0.1"
    server.close()


def test_a_taken_port_is_said_plainly(sample):
    from tizme.model import UnusableInput
    from tizme.web.server import make_server

    server = make_server(sample.store, title="Пример", port=0)
    with pytest.raises(UnusableInput, match="name another with --port"):
        make_server(sample.store, title="Пример", port=server.socket.getsockname()[1])
    server.close()


def test_without_waitress_the_extra_is_named(sample, monkeypatch):
    import importlib.util

    from tizme.model import MissingExtra
    from tizme.web.server import make_server

    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == "waitress" else find(name, *more)
    )
    with pytest.raises(MissingExtra, match=r"pip install 'tizme\[web\]'"):
        make_server(sample.store, title="Пример")


def test_safety_content_changed_behind_the_triggers_is_said_and_not_shown(tmp_path, sample):
    from django.db import connections
    from django.test import Client

    from tizme.store import open_store
    from tizme.web.site import ENVIRON_KEY, Site

    store = open_store(f"sqlite://{tmp_path}/case.sqlite")
    store.save_capture(sample.store.captures()[0], ledger_seq=1)
    store.save_document(sample.news_item, sample.store.document(sample.news_item), reader="html@1")
    with connections[store.alias].cursor() as cursor:
        cursor.execute("DROP TRIGGER document_no_update")
        cursor.execute("UPDATE document SET text = 'forged words'")
    client = Client(SERVER_NAME="127.0.0.1", **{ENVIRON_KEY: Site(store, "Пример")})
    answer = client.get(f"/items/{sample.news_item}/")
    assert answer.status_code == 500
    assert "is not what was saved" in answer.content.decode()
    assert "forged words" not in answer.content.decode()
    store.close()
