"""Limits of these pages, in words."""

from accounts.throttle import Limit

ASK = Limit("witness-ask", "30/d")  # per worker: tries to ask by mail, wrong ones too
SHOW = Limit("witness-digits", "30/d")  # per worker: digits shown on the screen
TYPE = Limit("witness-digits-try", "30/h")  # per network address: digits typed
STEP = Limit("witness-step", "60/h")  # per request: pages sent by the witness
SEND_CODE = Limit("witness-code", "3/10m,10/d")  # per request: codes to a boss
TRY_CODE = Limit("witness-code-try", "30/d")  # per request
NEW_LINK = Limit("witness-new-link", "1/10m,3/d")  # per request: new links mailed
DECIDE = Limit("witness-decide", "120/h")  # per worker: showing, hiding, taking a question back
WITHDRAW = Limit("witness-withdraw", "30/h")  # per witness
