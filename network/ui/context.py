from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """What the frame of every page needs. Asks the database nothing."""
    frame = {"operator": settings.OPERATOR, "demo": settings.DEMO, "mode": settings.MODE, "here": request.path}
    return {**frame, "asks_for_domains": bool(settings.RDAP_URL)}
