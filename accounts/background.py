"""Slow work after the answer: `@task` from Django 6 on, from django-tasks before. One import for all rooms."""

import django

if django.VERSION >= (6,):
    from django.tasks import task
else:
    from django_tasks import task  # type: ignore[no-redef]

__all__ = ["task"]
