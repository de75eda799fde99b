"""What somebody has said here, for that person: to read, to withdraw, to have the own name erased.

Whoever has no account comes by a fresh link to the mailbox: views_asking asking links
Everybody, by that link, by the one of the copy, or signed in: hands views presenters erasing
"""
