"""tizme: evidence-first casualty recording and family tracing.

The Python doors are here; each loads what it needs when it is first called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from tizme.api import compare_names, extract, open_case

__all__ = ["__version__", "compare_names", "extract", "open_case"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from tizme import api

        return getattr(api, name)
    raise AttributeError(f"module 'tizme' has no attribute '{name}'")
