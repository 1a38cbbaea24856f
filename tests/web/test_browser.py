"""One look at the pages with a real browser: nothing leaves the machine, and the marked words are the quotes."""

import shutil
import threading

import pytest

_FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync", "--disable-quic",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=_FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def served(sample):
    """The address of the sample, served by waitress as `tizme serve` does."""
    from tizme.web.server import make_server

    server = make_server(sample.store, title="Пример", port=0)
    closing = threading.Event()

    def run() -> None:
        try:
            server.run()
        except OSError:  # its sockets are closed under it, perhaps while it waits for them
            if not closing.is_set():
                raise

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    host, port = server.socket.getsockname()
    yield f"http://{host}:{port}"
    closing.set()
    server.close()
    thread.join(timeout=10)


class _Visit:
    """A page with everything that it asked for and complained about."""

    def __init__(self, browser, **options):
        self.page = browser.new_page(**options)
        self.requests, self.complaints = [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "dialog", lambda dialog: (self.complaints.append(f"dialog {dialog.message}"), dialog.dismiss())
        )

    def check(self, served):
        assert [url for url in self.requests if not url.startswith(served)] == []
        assert self.complaints == []
        self.page.close()


@pytest.mark.safety
def test_safety_a_persons_marked_words_are_the_quotes_and_nothing_leaves_the_machine(browser, served, sample):
    visit = _Visit(browser)
    visit.page.goto(f"{served}/persons/p-1/")
    marked = visit.page.locator("article.claim mark").all_text_contents()
    claims = sorted(sample.claims, key=lambda claim: claim.start)
    assert marked == [claim.quote for claim in claims]
    background = visit.page.locator("article.claim mark").first.evaluate(
        "e => getComputedStyle(e).backgroundColor"
    )
    assert background != "rgba(0, 0, 0, 0)"  # the style sheet was let in by the policy
    visit.page.locator("article.claim .provenance a").nth(7).click()
    target = visit.page.locator(".anchor:target + mark")
    assert visit.page.url.endswith(f"/items/{sample.news_item}/#{claims[7].id}")
    assert target.text_content() == claims[7].quote
    assert target.is_visible()
    assert visit.page.context.cookies() == []
    visit.check(served)


@pytest.mark.safety
def test_safety_a_hostile_source_runs_nothing_in_a_browser(browser, served, sample):
    for address in (f"/items/{sample.hostile_item}/", "/persons/p-2/", "/items/", "/persons/"):
        visit = _Visit(browser)
        visit.page.goto(served + address)
        assert visit.page.locator("script, img, iframe, object, main svg[onload]").count() == 0
        visit.check(served)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground_in_light_and_dark(browser, served, sample, scheme):
    """WCAG AA: 4.5 to 1 for text."""
    visit = _Visit(browser, color_scheme=scheme)
    for address in ("/persons/p-1/", f"/items/{sample.news_item}/", "/persons/", "/"):
        visit.page.goto(served + address)
        assert visit.page.evaluate(_FAINT) == []
    visit.check(served)


@pytest.mark.parametrize("width", [360, 1100])
def test_no_page_is_wider_than_its_window(browser, served, sample, width):
    visit = _Visit(browser, viewport={"width": width, "height": 800})
    for address in (
        "/",
        "/items/",
        f"/items/{sample.news_item}/",
        f"/items/{sample.list_item}/",
        "/persons/",
        "/persons/p-1/",
    ):
        visit.page.goto(served + address)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, address
    visit.check(served)


def test_the_first_tab_stop_skips_to_the_content(browser, served):
    visit = _Visit(browser)
    visit.page.goto(f"{served}/persons/")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.textContent") == "Skip to the content"
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "main"
    visit.check(served)


# Every element that holds words of its own, whose contrast to the nearest painted ground is below 4.5.
_FAINT = """() => {
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const lum = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
  const found = [];
  for (const e of document.querySelectorAll('body *:not(svg *)')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
    const a = lum(parse(getComputedStyle(e).color)), b = lum(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) found.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${e.textContent.trim().slice(0, 30)}`);
  }
  return found;
}"""
