"""Who may do what with an account."""

from accounts import mfa, registry
from accounts.models import User


def obstacles(user: User) -> list[str]:
    """Plain sentences: what has to be settled before this account can be closed. Empty: free to go."""
    return [sentence for ask in registry.farewells.values() for sentence in ask(user)]


def wishes(user: User) -> dict[str, registry.Wish]:
    """What can be had besides when this account is closed, by name."""
    asked = {name: ask(user) for name, ask in registry.wishes.items()}
    return {name: wish for name, wish in asked.items() if wish}


def lacks_second_factor(user: User) -> bool:
    """The role asks for an authenticator app, and there is none. Whoever has one was asked for it at sign-in by allauth."""
    return not mfa.has_app(user) and registry.needs_second_factor(user)  # in this order: one query for most
