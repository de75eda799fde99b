"""The catalogue: fields, occupations, qualification kinds, shifts, licences, language levels, statements. Data files, synced."""
