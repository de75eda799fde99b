"""Limits of these pages, in words. What a boss may do is counted as in the mail route: references/throttles.py."""

from accounts.throttle import Limit

SHOW = Limit("handshake-digits", "30/d")  # per worker: digits shown on the screen
SLIP = Limit("handshake-slip", "20/d")  # per worker: slips printed
TYPE = Limit("handshake-digits-try", "30/h")  # per network address: digits typed
SMS_NUMBER = Limit("handshake-sms", "3/h,6/d")  # per phone number: codes sent there
SMS_HOUSE = Limit("handshake-sms-house", "300/d")  # for all together: nobody runs up a bill
