"""tizme: evidence-first casualty recording and family tracing.

The Python doors are here; each loads what it needs when it is first called:
``open_case(path)``, ``extract(text, lang=None, published=None)``, ``compare_names(a, b)``,
``estimate(counts)``.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from tizme.ports.recogniser import Recogniser, install_recogniser

__version__ = "0.1.0"

if TYPE_CHECKING:
    from tizme import estimate, extract
    from tizme.api import compare_names, open_case

__all__ = ["__version__", "compare_names", "estimate", "extract", "open_case"]


def __getattr__(name: str) -> object:
    if name in {"extract", "estimate"}:  # the rooms themselves can be called, see their __init__.py
        return importlib.import_module(f"tizme.{name}")
    if name in __all__:
        return getattr(importlib.import_module("tizme.api"), name)
    raise AttributeError(f"module 'tizme' has no attribute '{name}'")


def _shipped() -> Recogniser:
    """The recogniser that extraction uses unless another is installed in its place."""
    from tizme.engines.recogniser import shipped_recogniser

    return shipped_recogniser()


install_recogniser(_shipped)
