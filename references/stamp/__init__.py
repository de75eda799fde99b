"""The team stamp (Halbjahresstempel): twice a year a firm says who of its people is still there. See docs/decisions/0034.

rules       who stands on the list, when it is asked
actions     consent, answer, take off, contest; calendar.py opens rounds and forgets old ones
registers   tasks, export; cases.py is how the desk reads and ends an answer
"""
