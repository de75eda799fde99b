"""Settings. Safe by default: without HANDSCHLAG_MODE this is production, and production refuses to start half configured."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
import django
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from network import environment, postgresql

BASE_DIR = Path(__file__).resolve().parent.parent
MODE = environment.mode()
DEMO, TEST, PRODUCTION = MODE == "demo", MODE == "test", MODE == "production"
DATA = Path(environment.read("HANDSCHLAG_DATA", str(BASE_DIR / "var")))
DEBUG = False

if PRODUCTION:
    SECRET_KEY = environment.secret_key()
    PUBLIC_URL = environment.public_url()
    KEKS = environment.keks()
    DEFAULT_FROM_EMAIL = environment.required("HANDSCHLAG_MAIL_FROM", "every mail needs a sender")
    locals().update(environment.mail())
elif DEMO:
    _made = environment.generated(DATA)
    SECRET_KEY, KEKS = _made["secret_key"], _made["keks"]
    PUBLIC_URL = environment.read("HANDSCHLAG_URL", "http://localhost:8000").rstrip("/")
    DEFAULT_FROM_EMAIL = "Handschlag <demo@handschlag.invalid>"
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "outbox"
else:
    SECRET_KEY = "only-for-tests-" + "0123456789abcdefghijklmnopqrstuvwxyz"
    KEKS = "test:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
    PUBLIC_URL = "http://testserver"
    DEFAULT_FROM_EMAIL = "Handschlag <test@handschlag.invalid>"

# Codes to a phone. Outside of production they lie with the sent mail.
SMS: dict[str, Any] = environment.sms() if PRODUCTION else {"url": "outbox:", "countries": ["49", "43", "41"]}
RDAP_URL = (
    environment.rdap_url() if PRODUCTION else ""
)  # a directory of domains; the only thing that is asked for outside
SERVER_EMAIL = DEFAULT_FROM_EMAIL
OPERATOR = {
    "name": environment.read("HANDSCHLAG_OPERATOR", "" if PRODUCTION else "Handschlag Mittelfranken (Demo)"),
    "region": environment.read("HANDSCHLAG_REGION", "" if PRODUCTION else "Mittelfranken"),
    "address": environment.read("HANDSCHLAG_ADDRESS", "" if PRODUCTION else "Musterweg 1, 90762 Fürth"),
    "mail": environment.read("HANDSCHLAG_CONTACT_MAIL", "" if PRODUCTION else "hilfe@handschlag.invalid"),
    "phone": environment.read("HANDSCHLAG_CONTACT_PHONE", "" if PRODUCTION else "0171 3920055"),
    "person": environment.read("HANDSCHLAG_CONTACT_PERSON", "" if PRODUCTION else "Petra Hofmann (Demo)"),
    "hours": environment.read(
        "HANDSCHLAG_CONTACT_HOURS", "" if PRODUCTION else "Dienstag und Donnerstag, 9 bis 12 Uhr"
    ),
}
if PRODUCTION:
    for _name, _variable in (
        ("name", "OPERATOR"),
        ("address", "ADDRESS"),
        ("mail", "CONTACT_MAIL"),
        ("person", "CONTACT_PERSON"),
    ):
        environment.required(f"HANDSCHLAG_{_variable}", f"the imprint has to show the {_name} (§ 5 DDG)")

ALLOWED_HOSTS = ["*"] if not PRODUCTION else [urlsplit(PUBLIC_URL).hostname or "", "127.0.0.1", "localhost"]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PRODUCTION else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "phonenumber_field",
    *(["django_tasks"] if django.VERSION < (6,) else []),
    "django_tasks_db",
    "accounts",
    "network.ui",
    "network.places",
    "network.occupations",
    "network.employers",
    "network.profiles",
    "network.samples",
    "network.contacts",
    "network.search",
    "network.moving",
    "network.desk",
    "network.partners",
    "network.home",
    "references",
]
if TEST:
    INSTALLED_APPS += ["django_linear_migrations"]  # a tool of developers, installed with the tests

MIDDLEWARE = [
    "accounts.middleware.Door",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.AccountGuard",
]
ROOT_URLCONF = "network.urls"
WSGI_APPLICATION = "network.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "network.ui.context.site",
                "network.desk.context.helping",
            ],
            "builtins": ["django.templatetags.i18n", "network.ui.templatetags.ui"],
        },
    }
]
FORM_RENDERER = "network.ui.renderer.Renderer"
SILENCED_SYSTEM_CHECKS = ["fields.E310", "fields.E311"]  # Profile.near joins on the place, see docs/decisions/0003

_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=2147418112;PRAGMA cache_size=-20000;",
}
DATABASES = {
    "default": dj_database_url.parse(
        environment.read("DATABASE_URL") or f"sqlite:///{DATA / 'handschlag.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = _SQLITE
    DATA.mkdir(parents=True, exist_ok=True)
elif DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["OPTIONS"] = postgresql.options(DATABASES["default"].get("OPTIONS", {}))
else:
    raise ImproperlyConfigured("DATABASE_URL must start with postgres:// or sqlite:///")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        # Shared, so that limits hold across processes.
        "BACKEND": f"django.core.cache.backends.{'locmem.LocMemCache' if TEST else 'db.DatabaseCache'}",
        "LOCATION": "cache",
        # A full cache drops entries, and limits with what they have counted: those of a whole day must fit. Django's measure is 300.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
_TASKS = "django_tasks.backends" if django.VERSION < (6,) else "django.tasks.backends"
TASKS = {"default": {"BACKEND": f"{_TASKS}.immediate.ImmediateBackend" if TEST else "django_tasks_db.DatabaseBackend"}}

# People who sign in
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:me"
ACCOUNT_ADAPTER = "accounts.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "20/m/ip,3/m/key,10/h/key,30/d/key",  # with 5 tries a code: 150 guesses a day per account
    "confirm_email": "1/10s/key,10/h/key",
}
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PRODUCTION else 0
USERSESSIONS_TRACK_ACTIVITY = False  # AccountGuard notes it hourly; a row per page would lock SQLite for each reader
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_ADAPTER = "accounts.mfa.MFAAdapter"
MFA_TOTP_ISSUER = "Handschlag"
MFA_TOTP_TOLERANCE = 1  # phones run a little fast or slow
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
PHONENUMBER_DEFAULT_REGION = "DE"

# Words and times
LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
FORMAT_MODULE_PATH = ["network.ui.formats"]

# Files
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "media"
if not PRODUCTION:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise looks there, even when it serves from the sources
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_AUTOREFRESH = DEMO
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
_S3 = environment.read("HANDSCHLAG_S3_BUCKET")
STORAGES = {
    "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {"bucket_name": _S3, "querystring_auth": True}}
    if _S3
    else {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(MEDIA_ROOT)}},
    "staticfiles": {
        "BACKEND": "network.ui.storage.StaticStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# Doors and walls
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "blob:"],  # blob: the phone shows its own shrunken picture before upload
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"  # "no-referrer" makes browsers send Origin: null, and every form fails
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "network.home.views.csrf_failure"
if PRODUCTION:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"no_secrets": {"()": "accounts.logs.NoSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["no_secrets"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"handschlag": {"level": "INFO"}},
}
