"""Words of an advert that shut people out because of age, sex, origin, faith or health.

§ 11 AGG forbids adverts that disadvantage for a reason of § 1 AGG. What courts have held against employers is refused; what depends
on the rest of the advert is doubtful, and only said. Free text is read word by word, nothing else is concluded from it.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

AGE = _("An advert may not choose by age (§ 11 AGG).")
SEX = _("An advert may not choose by sex (§ 11 AGG).")
ORIGIN = _("An advert may not choose by origin (§ 11 AGG).")
FAITH = _("An advert may not choose by faith (§ 11 AGG).")
HEALTH = _("An advert may not choose by health or disability (§ 11 AGG).")
DOUBT_AGE = _("Many read this as “only young people”, and a court may too (§ 11 AGG).")
DOUBT_SEX = _("This can read as if only one sex was meant (§ 11 AGG).")
DOUBT_ORIGIN = _("This may only be asked for if a law demands it (§ 11 AGG).")
DOUBT_HEALTH = _("This can shut out people with a disability (§ 11 AGG).")

SAY_TASK = _("Say what the work is instead.")
SAY_ALL = _("Write to everybody, for example with “m/w/d”.")
SAY_LEVEL = _("Say which level of German the work needs, for example “good German (B2)”.")
SAY_LOAD = _("Say what has to be lifted or done, for example “carry 20 kg”.")
SAY_SKILL = _("Say what the person should be able to do.")


@dataclass(frozen=True)
class Finding:
    """One word that was found. `clear`: refused, else only said."""

    word: str
    reason: str
    proposal: str
    clear: bool


@dataclass(frozen=True)
class Rule:
    pattern: re.Pattern[str]
    reason: Any
    proposal: Any
    clear: bool = True


def _rule(pattern: str, reason: Any, proposal: Any, clear: bool = True) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), reason, proposal, clear)


PERSON = r"(?:mit)?arbeit|kolleg|leute|m[aä]nn|frau|dame|herr|kr[aä]ft|person|fach|verst[aä]rkung|helfer|bewerber|auszubild|talent"
# "junge Hunde", "junge Menschen" (whom one cares for), "junges Unternehmen": nobody is chosen by that.
NOT_STAFF = r"(?!\s+(?:hunde|katzen|pferde|tiere|pflanzen|b[aä]ume|reben|gem[uü]se|menschen|erwachsene|patient|famili|eltern|m[uü]tter|unternehmen|firma|betrieb|marke|gebraucht))"

RULES = (
    _rule(r"\bjung(?:e[rsnm]?|\(e\)|/?-?e)?,?\s+(?:[\w,]+\s+){0,2}?(?:" + PERSON + r")\w*", AGE, SAY_TASK),
    _rule(r"\bjung(?:e[rsnm]?)?,?\s+(?:und|&|\+)\s+(?:dynamisch|flexibel|engagiert|motiviert|fit|hungrig)\w*", AGE, SAY_SKILL),
    _rule(r"\b(?:digital\s+natives?|young\s+(?:professionals?|talents?|people)|jungspund\w*)\b", AGE, SAY_SKILL),
    _rule(r"\b(?:höchstalter|altersgrenze|(?:nicht|keine?r?)\s+älter\s+als)\b", AGE, SAY_TASK),
    _rule(r"\b(?:bis|max(?:imal|\.)?|höchstens|unter|zwischen\s+\d\d\s+und)\s+\d\d\s+(?:jahren?\s+alt|lebensjahre?)\b", AGE, SAY_TASK),
    _rule(r"\balter:?\s+(?:bis|max|zwischen|unter|höchstens|von|\d\d)", AGE, SAY_TASK),
    _rule(r"\b\d\d\s*(?:-|–|bis)\s*\d\d\s+jahren?\s+alt\b", AGE, SAY_TASK),
    _rule(r"\b(?:nur|ausschließlich|keine|bevorzugt)\s+(?:männer|frauen|damen|herren)\b(?!\s*(?:ärzt|haus|klinik|station))", SEX, SAY_ALL),
    _rule(r"\b(?:männlicher|weibliche[rn]?|männliche)\s+(?:" + PERSON + r")\w*", SEX, SAY_ALL),
    _rule(r"\b(?:mann|dame|mädchen|junge|frau)\s+gesucht\b", SEX, SAY_ALL),
    _rule(r"\b(?:\w+-?)?mutt?ersprach(?:ler(?:in|innen|n)?|lich\w*|niveau)\b", ORIGIN, SAY_LEVEL),
    _rule(r"\bdeutsch\w*\s+als\s+muttersprache\b|\bmuttersprache\s+(?:ist\s+)?deutsch\b|\bnative\s+speakers?\b", ORIGIN, SAY_LEVEL),
    _rule(r"\bakzentfrei\w*|\bohne\s+akzent\b", ORIGIN, SAY_LEVEL),
    _rule(r"\b(?:nur|ausschließlich)\s+deutsche[rn]?\b(?!\s+\w*(?:bahn|produkt|fahrzeug|marken|ware|kund))|\bkeine\s+ausländer\w*", ORIGIN, SAY_TASK),
    _rule(r"\b(?:ohne|kein)\s+kopftuch\b|\b(?:nur|keine)\s+(?:christ|moslem|muslim)\w*", FAITH, SAY_TASK),
    _rule(r"\b(?:kerngesund\w*|nicht\s*behindert\w*|ohne\s+behinderung\w*|keine\s+(?:schwer)?behinderten?)\b", HEALTH, SAY_LOAD),
    _rule(r"\b(?:jung|junge[rsnm]?)\b" + NOT_STAFF + r"(?![\s-]*geblieben)", DOUBT_AGE, SAY_SKILL, clear=False),
    _rule(r"\bdynamisch(?:e[rsnm]?)?\b(?!\s+(?:last|rente|preis|zulage|anpassung|kräft|system|verfahren|auswucht))", DOUBT_AGE, SAY_SKILL, clear=False),
    _rule(r"\b(?:berufsanfänger\w*|berufseinsteiger\w*)\b", DOUBT_AGE, SAY_SKILL, clear=False),
    _rule(r"\b(?:putzfrau|krankenschwester|sekretärin|kindergärtnerin|hausmeister(?=\s+gesucht))\w*\b", DOUBT_SEX, SAY_ALL, clear=False),
    _rule(r"\b(?:deutsche\s+)?staatsangehörigkeit\b", DOUBT_ORIGIN, SAY_TASK, clear=False),
    _rule(r"\b(?:körperlich\s+)?(?:voll|uneingeschränkt|körperlich)\s+(?:\w+\s+)?(?:belastbar|fit|gesund)\w*", DOUBT_HEALTH, SAY_LOAD, clear=False),
)  # fmt: skip


def lint(text: str) -> list[Finding]:
    """What stands in the text, in its order, each word once: where two rules meet the first of the table, which is the stricter."""
    found: list[tuple[int, int, Rule, str]] = []
    for rule in RULES:
        for hit in rule.pattern.finditer(text):
            if all(hit.end() <= start or hit.start() >= end for start, end, *_rest in found):
                found.append((hit.start(), hit.end(), rule, hit[0]))
    once: dict[str, Finding] = {}
    for _start, _end, rule, word in sorted(found, key=lambda each: each[0]):
        once.setdefault(word.lower(), Finding(" ".join(word.split()), str(rule.reason), str(rule.proposal), rule.clear))
    return list(once.values())
