"""The handshake: asked in the same room, by a square or six digits from screen to screen, or by a slip of paper. No mail.

Whoever answers goes on with the pages of the mail route. What is different: nobody knows yet who it is, so the answering person
says by a code to an own mailbox or phone who it is, or is signed in, or leaves it (docs/decisions/0029).
"""
