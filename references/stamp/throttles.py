"""Limits of these pages, in words."""

from accounts.throttle import Limit

CONSENT = Limit("stamp-consent", "60/h")  # per worker: on the list or not, taking an answer off, contesting
ANSWER = Limit("stamp-answer", "60/h")  # per employer: lists sent, answers taken back
