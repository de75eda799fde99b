"""Limits of these pages, in words."""

from accounts.throttle import Limit

ASK = Limit("voice-ask", "30/d")  # per worker: tries to ask by mail, wrong ones too
SHOW = Limit("voice-digits", "30/d")  # per worker: digits shown on the screen
TYPE = Limit("voice-digits-try", "30/h")  # per network address: digits typed
STEP = Limit("voice-step", "120/h")  # per question: pages sent by who answers
SEND_CODE = Limit("voice-code", "3/10m,10/d")  # per question: codes to a mailbox
TRY_CODE = Limit("voice-code-try", "30/d")  # per question
NEW_LINK = Limit("voice-new-link", "1/10m,3/d")  # per question: new links mailed
DECIDE = Limit("voice-decide", "120/h")  # per worker: showing, hiding, reminding, taking a question back
WITHDRAW = Limit("voice-withdraw", "30/h")  # per voice
