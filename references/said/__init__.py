"""What voices and witnesses have in common: somebody is asked, answers in the row itself, and can take every word of it back.

Each room keeps what it asks and what an answer needs. Its addresses are called after the model: "voice", "voice_own", "voice_read".
"""
