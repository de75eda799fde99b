"""Limits of this room, in words."""

from accounts.throttle import Limit

SUGGEST = Limit("employer-suggest", "300/m")  # a person typing sends about one a second; a firm shares an address
REGISTER = Limit("employer-register", "10/d")  # per person
INVITE = Limit("employer-invite", "40/d")  # per employer: a whole team in one day
CODES = Limit("employer-codes", "6/d")  # per employer: codes sent
CODE_TRIES = Limit("employer-code-tries", "30/d")  # per employer: codes typed
BRANCH = Limit("employer-branch", "10/d")  # per employer: asking others to be their parent
MERGE = Limit("employer-merge", "10/d")  # per employer: asking to become one with others
INVITATION = Limit("employer-invitation", "30/h")  # per network address: links opened by POST
