"""Limits of these pages, in words."""

from accounts.throttle import Limit

ASK = Limit("managing-ask", "20/h,60/d")  # per network address: mailboxes typed
MAIL = Limit(
    "managing-mail", "1/10m,5/d"
)  # per mailbox without tag: fresh links; over it nothing is sent, and nothing is said
ACT = Limit("managing-act", "60/h")  # per mailbox or account: withdrawing, taking back, erasing
