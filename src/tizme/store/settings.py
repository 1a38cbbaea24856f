"""Django's settings, in one place, so that whoever opens a store needs to set nothing.

There is no global database: every open store is a connection of its own (``connections.py``), and the
default one is Django's dummy, so that a query which names no store fails instead of finding a wrong one.
"""

from __future__ import annotations

import secrets
from typing import Any

from tizme.store.sqlite import use_newer_sqlite

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")


def _settings() -> dict[str, Any]:
    return {
        # No session and no cookie is signed with it; Django wants one all the same.
        "SECRET_KEY": secrets.token_urlsafe(48),
        "DEBUG": False,
        "INSTALLED_APPS": ["tizme.store.apps.StoreConfig", "tizme.web"],
        "DATABASES": {},
        "DATABASE_ROUTERS": [],
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "USE_I18N": False,
        # The pages are named here and loaded only when they are served.
        "ALLOWED_HOSTS": list(LOOPBACK_HOSTS),  # any other name is DNS rebinding
        "ROOT_URLCONF": "tizme.web.urls",
        "MIDDLEWARE": ["tizme.web.shield.Shield", "django.middleware.common.CommonMiddleware"],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"builtins": ["tizme.web.tags"]},
            }
        ],
        "LOGGING_CONFIG": None,
    }


def configure() -> None:
    """Set Django up, once per process; calling it again changes nothing.

    A process that has set Django up by itself keeps its settings, and adds ``tizme.store.apps.StoreConfig``
    to its INSTALLED_APPS.
    """
    use_newer_sqlite()
    import django
    from django.apps import apps
    from django.conf import settings

    if not settings.configured:
        settings.configure(**_settings())
    if not apps.ready:
        django.setup()
