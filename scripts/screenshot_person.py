"""Make docs/images/person.png again: serve the demo case and take a person's page with headless Chromium.

tizme demo /tmp/demo-case --fresh
python scripts/screenshot_person.py /tmp/demo-case "Кадыров Шухрат"
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync", "--disable-quic",
]  # fmt: skip
WIDTH, HEIGHT = 1100, 1745  # pixels; kept below 250 KB
OUT = Path(__file__).parents[1] / "docs" / "images" / "person.png"


def main(case: str, name: str) -> None:
    """Save the page of the first person whose name holds ``name``."""
    serving = subprocess.Popen(
        [sys.executable, "-m", "tizme", "serve", case, "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    try:
        address = serving.stdout.readline().strip() if serving.stdout else ""
        with sync_playwright() as started:
            browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            page = browser.new_page(viewport={"width": WIDTH, "height": 900})
            page.goto(f"{address}persons/")
            page.fill("#name", name)
            page.click("button[type=submit]")
            page.click("tbody th a >> nth=0")
            OUT.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=OUT, full_page=True, clip={"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT})
            browser.close()
    finally:
        serving.terminate()
        serving.wait()
    print(f"{OUT}: {OUT.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(*sys.argv[1:])
