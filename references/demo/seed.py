"""The whole region in one call."""

from django.core.management import call_command
from django.utils import translation

from accounts.models import User
from network.occupations.actions import sync
from network.places.actions import load
from references.demo import employers, post, words, workers


def seed() -> list[tuple[str, str]]:
    """Fill an empty database. Returns whom one can sign in as: (mail address, what the person is). Empty if people are there already."""
    load()
    sync()
    if User.objects.exists():
        return []
    with translation.override("de"), post.drawer():
        desk = employers.desk_person()
        companies = employers.companies(desk)
        made = workers.workers(companies)
        workers.show_work(made)
        words.references(companies, made)
        words.blocks(companies, made)
        words.offer_work(companies)
        call_command("db_worker", batch=True, verbosity=0, reload=False, interval=0)
    return words.people_to_sign_in(companies, made, desk)
