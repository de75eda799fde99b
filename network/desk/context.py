from django.http import HttpRequest

from network.profiles import whose

SET_UP = "set_up"  # in the session: the desk's note about the page that its person helps with


def helping(request: HttpRequest) -> dict[str, object]:
    """For the bar that stands on every page while somebody helps. Asks nothing for everybody else."""
    if not whose.is_helping(request):
        return {}
    return {"helping": request.session.get(SET_UP), "helped": whose.helped_page(request)}
