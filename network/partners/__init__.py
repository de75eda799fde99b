"""What programs of partners (job centres, chambers) may read: JSON below /api/v1/, with a key of a checked employer. Read-only.

registry: what can be asked, filled by this room and by upper ones · parameters, problems: questions and mistakes ·
doors: from the key to who asks · searching, noticing: answers · openapi, schemas: the description for programs.
"""
