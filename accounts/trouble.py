"""What only the operator can put right. The guard answers with a page that says so; nothing is stored halfway."""


class OperatorNeeded(Exception):
    """The text goes to the log and names what is missing; visitors never read it."""
