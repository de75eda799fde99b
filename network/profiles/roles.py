"""What somebody is within a firm: the words of the trades for steps, in the order in which people usually take them.

Names show no sex (law 11). A slug never changes: it is stored in Station.steps.
"""

from network.occupations.vocabulary import Named

ROLES = tuple(
    Named(slug, {"de": de, "en": en})
    for slug, de, en in (
        ("helper", "Hilfskraft", "Helper"),
        ("trained-on-the-job", "Angelernte Kraft", "Trained on the job"),
        ("apprentice", "Auszubildende/r", "Apprentice"),
        ("journeyman", "Gesellin/Geselle", "Journeyworker"),
        ("skilled", "Fachkraft", "Skilled worker"),
        ("specialist", "Fachkraft für ein besonderes Gebiet", "Specialist"),
        ("lead-hand", "Vorarbeiter/in", "Lead hand"),
        ("foreman", "Polier/in", "Site foreperson"),
        ("technician", "Techniker/in", "Technician"),
        ("master", "Meister/in", "Master craftsperson"),
        ("site-manager", "Bauleitung", "Site manager"),
        ("project-lead", "Projektleitung", "Project lead"),
        ("induction", "Einarbeitung neuer Leute", "Trains new colleagues"),
        ("practice-instructor", "Praxisanleitung", "Practice instructor"),
        ("trainer", "Ausbildung anderer", "Trains apprentices"),
        ("contact-person", "Ansprechperson für ein Fachthema", "Contact person for a special subject"),
        ("safety", "Sicherheitsbeauftragte/r", "Safety representative"),
        ("dispatch", "Disposition", "Dispatcher"),
        ("shift-lead", "Schichtleitung", "Shift lead"),
        ("team-lead", "Teamleitung", "Team lead"),
        ("site-lead", "Objektleitung", "Site lead"),
        ("ward-lead", "Leitung einer Station oder eines Wohnbereichs", "Head of a ward"),
        ("branch-lead", "Filial- oder Marktleitung", "Branch manager"),
        ("deputy", "Stellvertretende Leitung", "Deputy head"),
        ("head", "Leitung", "Head"),
    )
)
BY_SLUG = {role.slug: role for role in ROLES}
