"""Limits of the cases, in words."""

from accounts.throttle import Limit

DECIDE = Limit("desk-decide", "120/h")  # per person at the desk: decisions sent, and questions
CONTEST = Limit("desk-contest", "10/d")  # per person: words against something, or against a decision
ANSWER = Limit("desk-answer", "30/h")  # per question: answers sent
UNKNOWN = Limit("desk-unknown", "60/h")  # per network address: links that lead nowhere
