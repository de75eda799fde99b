"""Limits of these pages, in words. How many people a firm may invite is counted in the rows themselves: rules.py."""

from accounts.throttle import Limit

WRITE = Limit("inviting-write", "600/h")  # per employer: pages of its people that write and send
TAKE_BACK = Limit("inviting-take-back", "60/h")  # per employer
STEP = Limit("inviting-step", "60/h")  # per invitation: answers by the link
NEW_LINK = Limit("inviting-new-link", "1/10m,3/d")  # per invitation: new links mailed
ANSWER = Limit("inviting-answer", "60/h")  # per person: answers while signed in
