"""Limits of this house, in words. How many requests a worker may send is counted in the rows themselves: rules.py."""

from accounts.throttle import Limit

ASK = Limit("reference-ask", "60/d")  # per worker: tries to send, wrong ones too
STEP = Limit("reference-step", "120/h")  # per request: pages sent by the referee
UNKNOWN = Limit("reference-unknown", "60/h")  # per network address: links that lead nowhere
SEND_CODE = Limit("reference-code", "3/10m,10/d")  # per request: codes to the mailbox
TRY_CODE = Limit("reference-code-try", "30/d")  # per request
NEW_LINK = Limit("reference-new-link", "1/10m,3/d")  # per request: mails with a new link
DECIDE = Limit("reference-decide", "120/h")  # per worker
OBJECT = Limit("reference-object", "20/d")  # per employer
WITHDRAW = Limit("reference-withdraw", "30/h")  # per reference
CORRECT = Limit("reference-correct", "30/h")  # per reference: corrections begun, or gone on with
CORRECT_MAILBOX = Limit("reference-correct-mailbox", "10/d")  # per correction: mailboxes typed
