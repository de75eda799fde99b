"""Common diagnoses, so that a case can point at them. German and English, and codes of ICD-10 (§ 203 StGB).

A word that means something else on site ("Fall", "Bruch", "Blase", "Krampe") is left out: a miss is better than a wrong alarm.
Compounds that name a place or a task ("Demenzstation", "dementia ward") are no diagnosis of anybody.
"""

import re

_WHOLE = r"""
alkoholiker\w* alkoholkrank\w* alzheimer angina\spectoris anorexia anorexie aphasia aphasie apoplex apoplexie arteriosklerose arthritis
arthrose asthma autism autismus autist autistin autistic autistisch\w* bipolar\w* bronchitis bulimia bulimie cancer carcinoma chemotherapie
chemotherapy corona-?infektion covid(?:-19)? dekubitus dement(?:e[mnrs]?)? dementia demenz demenzkrank\w* depressed depression\w* depressiv\w*
diabetes diabetic diabetiker\w* down-syndrom down\ssyndrome epilepsie epilepsy epileptic epileptiker\w* epileptisch\w*
heart\s(?:attack|failure) hemiparese hemiparesis hemiplegie hepatitis herzinfarkt\w* herzinsuffizienz herzschwäche hirnblutung\w* hirntumor
hüftfraktur incontinen\w* inkontinen[tz]\w* karzinom\w* kidney\sfailure krebs krebskrank\w*
(?:blut|brust|darm|haut|hirn|lungen|magen|prostata)krebs leuk[aä]e?mi[ae] lungenembolie lungenentzündung lymphom lymphoma magersucht
magersüchtig\w* metastas[ei]s metastase\w* multiple\ssclerosis multiple\ssklerose niereninsuffizienz nierenversagen
oberschenkelhalsbruch oberschenkelhalsfraktur osteoporose osteoporosis palliativpatient\w* paraplegi[ac] parkinson pneumonia pneumonie
psychose\w* psychosis psychotic psychotisch\w* querschnitts?gelähmt\w* querschnitts?lähmung rheuma rheumatism schenkelhalsfraktur
schizophren\w* schlaganfall\w* sepsis suchtkrank\w* suicid\w* suizid\w* trisomie trisomy tuberculosis tuberkulose tumor\w* tumour\w*
"""
# "dementia ward", "Parkinson-Gruppe": where or what somebody works with, and nobody's illness.
_PLACE = r"(?:[\s-]+(?:ward|unit|care|home|group|nurse|training|station|bereich|gruppe|wg|schulung|fortbildung)\b)"
_WORDS = "|".join(sorted(_WHOLE.split(), key=len, reverse=True))

DIAGNOSIS = re.compile(rf"(?<![\w-])(?:{_WORDS})(?![\w-])(?!{_PLACE})", re.IGNORECASE)
# Only in capitals: walking aids and hearing aids are none.
SHORT = re.compile(r"\b(?:ADHD|ADHS|AIDS|COPD|HIV|MRSA)\b")
# "F32.1", "E11.90": with the dot, as "B12" is a vitamin and "M12" a screw; without it only where ICD stands before it.
ICD = re.compile(
    r"\b[A-Z]\d{2}\.\d{1,2}(?!\d|\.\d)[GVZA]?\b|\bICD(?:[\s-]*10)?(?:[\s-]*GM)?[\s:-]+[A-Z]\d{2}(?:\.\d{1,2})?\b"
)
