"""Which domain is an employer's own: typed sloppily, kept in one spelling, and nobody's who gives mailboxes to everybody."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.mailbox import is_freemail

# Ends under which strangers register or get a site for nothing, so the end itself belongs to no employer.
# The ones met in Germany and next door; the full list is at publicsuffix.org, a human at the desk sees the rest.
PUBLIC_SUFFIXES = frozenset(
    """
    co.at or.at ac.at gv.at co.uk org.uk ac.uk gov.uk ltd.uk com.de co.de de.com eu.com com.pl org.pl com.tr co.it co.nl
    com.es org.es com.fr
    github.io gitlab.io pages.dev workers.dev netlify.app vercel.app web.app firebaseapp.com herokuapp.com blogspot.com blogspot.de
    wordpress.com wixsite.com jimdosite.com jimdofree.com jimdo.com weebly.com webnode.page square.site myshopify.com
    dyndns.org ddns.net no-ip.org selfhost.de spdns.de goip.de dnshome.de feste-ip.net
    """.split()  # noqa: SIM905
)
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NATIVE = re.compile(r"[a-z0-9äöüßàâéèêëïîôùûçøåæœ.-]+")  # anything else looks like Latin letters and is not
_LOCAL = re.compile(r"[a-z0-9](?:[a-z0-9._+-]{0,62}[a-z0-9])?")


def clean(text: str) -> str:
    """What people paste -> "brandt-elektro.de" (umlauts in their ASCII form, "" stays ""). Raises ValidationError in plain words."""
    domain = _bare(text)
    if not domain:
        return ""
    if not _NATIVE.fullmatch(domain):
        raise ValidationError(_("Write the domain in Latin letters, for example brandt-elektro.de"), code="letters")
    labels = [_ascii(label) for label in domain.split(".")]
    known = len(labels) > 1 and all(labels) and not labels[-1].isdigit() and len(".".join(labels)) <= 120
    if not known:
        raise ValidationError(_("Enter a domain like brandt-elektro.de"), code="domain")
    ascii_domain = ".".join(labels)
    if is_freemail(ascii_domain):
        raise ValidationError(
            _("Anybody can have a mailbox there. Enter the domain of your own website or mail."), code="freemail"
        )
    if ascii_domain in PUBLIC_SUFFIXES:
        raise ValidationError(_("This domain does not belong to one employer. Enter your own."), code="suffix")
    return ascii_domain


def mailbox(text: str, domain: str) -> str:
    """What stands before the @ ("info", or the whole address) -> "info@brandt-elektro.de".

    Raises ValidationError for another domain, whatever it looks like, and for what is no mailbox.
    """
    local, at, given = text.strip().lower().rpartition("@")
    if not at:
        local, given = given, ""
    if given and _bare(given) != domain and _ascii_or_empty(given) != domain:
        words = _("This address is not at %(domain)s. Enter what stands before the @.") % {"domain": shown(domain)}
        raise ValidationError(words, code="other_domain")
    if not _LOCAL.fullmatch(local) or ".." in local:
        raise ValidationError(_("Enter what stands before the @, for example info"), code="local")
    return f"{local}@{domain}"


def shown(domain: str) -> str:
    """With its umlauts, as people know it: "xn--mller-bau-q9a.de" -> "müller-bau.de"."""
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain


def _bare(text: str) -> str:
    """Without scheme, path, port, local part and "www."."""
    host = re.split(r"[/?#]", re.sub(r"^[a-z]+://", "", text.strip().lower()))[0]
    return host.rpartition("@")[2].partition(":")[0].removeprefix("www.").strip(" .")


def _ascii(label: str) -> str:
    try:
        name = label.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return name if _LABEL.fullmatch(name) else ""


def _ascii_or_empty(text: str) -> str:
    try:
        return clean(text)
    except ValidationError:
        return ""
