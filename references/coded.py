"""What stands between the lines, as patterns over plain text (see wording.plain): small letters, ae for ä, one space between words.

The ladder of grades, the usual code words of testimonials and their English twins; what AGG § 1 and GDPR Art. 9 keep out of a
reference. Earlier rows go first: what one of them has found, no later one finds again. Repetitions are bounded, so that no text is slow.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What it is read as. Words for it stand in wording.py."""

    GRADE_1 = "grade-1"
    GRADE_2 = "grade-2"
    GRADE_3 = "grade-3"
    GRADE_4 = "grade-4"
    GRADE_5 = "grade-5"
    TRIED = "tried"
    SOCIAL = "social"
    WITHIN = "within"
    INTEREST = "interest"
    NEGATED = "negated"
    BETWEEN = "between"
    HEALTH = "health"
    FAMILY = "family"
    UNION = "union"
    BELIEF = "belief"
    ORIGIN = "origin"
    AGE = "age"
    SEX = "sex"


_ALWAYS = r"(?:stets|immer|jederzeit|durchweg)"
_TO_OUR = r"zur? (?:\w+ ){0,2}?"
_EN_TO_OUR = r"to (?:our|my|the) "
_HIS = r"(?:(?:sein|ihr)(?:e[rnms]?)?|deren)"
_EN_HIS = r"(?:his|her|their)"
_IS = r"(?:ist|war|wurde|blieb)"
_NOT_BAD = (
    r"puenktlich|freundlich|zuverlaessig|ordentlich|erheblich|beliebt|wichtig|geschickt|begabt|sauber|hoeflich|fleissig|ehrlich"
    r"|zufrieden|interessiert|sorgfaeltig|aufmerksam|selbststaendig|kollegial|willig|friendly|punctual|reliable|pleasant"
    r"|satisf\w{2,6}|popular|skilled|willing"
)
_OF_PEOPLE = r"(?:kolleg\w+|mitarbeit\w+|mann|frau|mensch|dame|herr\w*|leute|team|kerl)"
_EN_PEOPLE = r"(?:man|woman|colleague|lady|guy|person|lad|team|worker)"

PATTERNS: dict[Kind, tuple[str, ...]] = {
    Kind.GRADE_1: (
        rf"{_ALWAYS} {_TO_OUR}(?:aller)?vollsten zufriedenheit",
        rf"{_ALWAYS} sehr gute\w{{0,2}} leistung\w*|in jeder hinsicht (?:und )?in bester weise",
        rf"always {_EN_TO_OUR}(?:fullest|complete|utmost|entire) satisfaction",
    ),
    Kind.GRADE_2: (
        rf"{_ALWAYS} {_TO_OUR}volle[nr]? zufriedenheit|{_TO_OUR}vollsten zufriedenheit|{_ALWAYS} gute\w{{0,2}} leistung\w*",
        rf"always {_EN_TO_OUR}full satisfaction|{_EN_TO_OUR}(?:fullest|complete|utmost|entire) satisfaction",
    ),
    Kind.GRADE_5: (
        r"im (?:grossen und ganzen|wesentlichen)|(?:insgesamt|weitgehend|ueberwiegend) (?:\w+ ){0,4}zufriedenheit",
        r"(?:on the whole|by and large|largely|mostly) (?:\w+ ){0,4}satisf\w+",
    ),
    Kind.GRADE_3: (
        rf"{_TO_OUR}volle[nr] zufriedenheit|{_ALWAYS} {_TO_OUR}zufriedenheit",
        rf"{_EN_TO_OUR}full satisfaction|always {_EN_TO_OUR}satisfaction",
    ),
    Kind.GRADE_4: (
        rf"{_TO_OUR}zufriedenheit|(?:mit|ueber) {_HIS} leistung\w* (?:\w+ )?zufrieden|{_EN_TO_OUR}satisfaction",
        r"(?:genuegte|entsprach|entsprachen|entsprochen) (?:\w+ ){0,2}(?:anforderungen|erwartungen)",
        rf"(?:unser|den|allen)e?n? (?:anforderungen|erwartungen) (?:entsprach\w*|entsprochen|genuegte)|met {_EN_HIS} requirements",
    ),
    Kind.TRIED: (
        rf"(?:(?:{_ALWAYS}|sehr) )?(?:bemueht\w*|bestrebt\w*)|muehe (?:zu )?(?:ge)?geben|gab sich (?:\w+ ){{0,2}}muehe",
        r"nach (?:besten )?kraeften|nach (?:seinen|ihren) (?:\w+ )?kraeften|hat (?:immer |stets )?versucht",
        rf"tried (?:very )?(?:hard|{_EN_HIS} best|to)|did {_EN_HIS} best|made (?:an|every) effort|endeavou?red",
    ),
    Kind.SOCIAL: (
        r"gesellig\w*|umgaenglich\w*|lebenslustig\w*|trinkfest\w*|(?:verbesserung des|zum) (?:\w+ )?betriebsklimas?",
        r"einfuehlungsvermoegen (?:fuer|in) (?:\w+ ){0,3}belegschaft|feierte? gern\w?",
        r"sociable|convivial|life of the party|easy-?going|(?:good|nice) atmosphere in the team",
    ),
    Kind.WITHIN: (
        r"im rahmen (?:seiner|ihrer|der|des) (?:\w+ )?(?:faehigkeiten|moeglichkeiten|koennens)",
        r"(?:seinen|ihren) (?:faehigkeiten|moeglichkeiten) entsprechend|soweit es (?:ihm|ihr) moeglich war",
        rf"(?:within|to the best of) {_EN_HIS} (?:\w+ )?(?:abilit\w+|means|capabilit\w+|possibilities)|as far as (?:he|she|they) could",
    ),
    Kind.INTEREST: (
        r"(?:reges|grosses|viel|lebhaftes|stets|mit) interesse|interesse gezeigt|zeigte (?:\w+ )?interesse|(?:stets|sehr) interessiert",
        r"(?:show\w* )(?:an? )?(?:great|keen|lively|real|active|much)? ?interest|with (?:great|keen) interest",
    ),
    Kind.NEGATED: (
        rf"(?:nicht|nie|niemals|kaum|not|never) un-?(?:{_NOT_BAD})\w{{0,2}}",
        r"keine(?:rlei)? (?:\w+ )?(?:beanstandung\w*|klagen?|beschwerden?|tadel)|kein\w{0,2} (?:\w+ )?anlass zur? \w+",
        r"(?:nicht|nichts|nie) (?:\w+ )?zu (?:beanstanden|bemaengeln|beklagen|klagen|tadeln)|nichts auszusetzen|(?:ohne|kein\w{0,2}) tadel",
        r"no (?:\w+ )?(?:complaints?|objections?|cause for)|nothing (?:bad )?to (?:complain|criticis?ze?)|(?:cannot|can't) complain",
    ),
    Kind.BETWEEN: (
        r"(?:wusste|weiss|versteht|verstand)(?: es)?,? sich (?:\w+ )?(?:zu verkaufen|darzustellen)|gelegenheit,? sich",
        r"(?:aufgaben|arbeiten|auftraege) (?:\w+ ){0,2}ordnungsgemaess\w*|verstaendnis fuer (?:seine|ihre|die) arbeit",
        r"(?:in|im) (?:gegenseitigem|gegenseitigen|bestem|besten|beiderseitigem) (?:einvernehmen|einverstaendnis)",
        r"(?:anspruchsvoll|kritisch|tolerant)e[rn]? (?:kolleg\w+|mitarbeit\w+)|(?:den )?belastungen gewachsen",
        r"wuenschen (?:ihm|ihr) (?:\w+ ){0,5}(?:glueck|gesundheit|erfolg|gute)|by mutual (?:agreement|consent)",
        r"knows? how to sell (?:himself|herself|themselves)|wish (?:him|her|them) (?:\w+ ){0,3}(?:luck|health|success)",
    ),
    Kind.HEALTH: (
        r"krank|krankheits?|krankheitsbedingt\w*|krank(?:geschrieben|gemeldet|meldung\w*|schreibung\w*|enstand\w*)|erkrankt|erkrankung",
        rf"gesundheitlich\w*|{_HIS} gesundheit|fehl(?:zeit|tag)\w*|schwanger(?:schaft)?|burn-?out|psychisch (?:\w+ )?(?:krank|labil|belastet)",
        rf"schwerbehinder\w+|(?:trotz|wegen|mit) {_HIS} (?:\w+ )?behinderung|{_IS} (?:\w+ )?behindert|(?:nach|wegen) {_HIS} (?:reha|kur|operation)",
        rf"depressiv\w*|{_HIS} depression\w*|alkoholproblem\w*|alkoholkrank\w*|suchtproblem\w*",
        r"(?:is|was|were|been|being|often|rarely|seldom|never) (?:\w+ )?(?:sick|ill|pregnant|disabled)|sick (?:leave|days?)|illness",
        rf"health (?:problems?|issues?|reasons?)|{_EN_HIS} (?:health|disability|depression|pregnancy)|drinking problem",
    ),
    Kind.FAMILY: (
        r"elternzeit|mutterschutz|babypause|kinderlos\w*|verheiratet|geschieden|ledig|verwitwet|alleinerziehend\w*|familienplanung",
        rf"(?:mutter|vater) (?:von|zweier|dreier|eines|einer)|(?:als|zweifache[r]?) (?:mutter|vater)|familien(?:vater|mutter)|{_HIS} (?:familie|ehe(?:frau|mann)?)|eigene kinder",
        rf"parental leave|maternity(?: leave)?|married|divorced|childless|single (?:mother|father|parent)|(?:mother|father) of|{_EN_HIS} (?:family|wife|husband|kids)",
    ),
    Kind.UNION: (
        r"gewerkschaft(?!shaus|shaeus)\w*|betriebsrat(?:s\w*)?|betriebsraet\w*|personalrat\w*|streik(?:te|ten|en|s|bereit\w*)?|ver\.?di|ig ?metall",
        r"(?:belange|interessen) der (?:belegschaft|kolleg\w+|mitarbeit\w+)|(?:trade|labou?r) unions?|union (?:member|rep)\w*|works council|on strike",
    ),
    Kind.BELIEF: (
        r"muslim\w*|islam\w*|christlich\w*|christin|juedisch\w*|juedin|kopftuch\w*|konfession\w*|(?:streng|tief)?glaeubige?|katholik\w*|protestant\w*",
        rf"(?:streng|ist|war|gut) (?:katholisch|evangelisch)|ramadan|(?:wegen|trotz) {_HIS} (?:glaubens?|religion)",
        r"(?:devout|practi[sc]ing|is a|was a|as a) (?:christian|catholic|jew|hindu)|jewish|headscarf|religious\w*",
    ),
    Kind.ORIGIN: (
        r"auslaend\w*|migrant\w*|migrations\w+|fluechtling(?!sheim|sunterkunft|shilfe|sberatung|sarbeit)\w*|muttersprach\w*|akzent|hautfarbe",
        rf"{_HIS} (?:\w+ )?(?:herkunft|abstammung|nationalitaet)|(?:wie|fuer|als) eine? (?:deutsche[rn]?|auslaender\w*|tuerk\w+|syrer\w*|pol(?:e|in))",
        rf"foreigners?|native speaker|immigrants?|migrants?|refugees?(?! (?:home|shelter|cent))|accent|skin colou?r|{_EN_HIS} (?:origin|nationality)",
    ),
    Kind.AGE: (
        rf"jung(?:e[rnms]?)? (?:\w+ )?{_OF_PEOPLE}|(?:ist|war|noch|sehr|so|recht|zu) (?:\w+ )?jung|juengste[rnm]? im team|juengere[rnm]? {_OF_PEOPLE}",
        rf"aeltere[rnm]? {_OF_PEOPLE}|(?:ist|war|schon) (?:\w+ )?(?:aelter|zu alt)|(?:fuer|trotz) {_HIS} alters?|in {_HIS} alter|altersbedingt\w*",
        r"(?:vor|in|in die|vor der) rente|ruhestand\w*|(?:er|sie) (?:ist|war) (?:\w+ )?\d\d jahre alt",
        rf"(?:is|was|still|so|very|too) (?:\w+ )?young|(?:young|old|older|younger) {_EN_PEOPLE}|(?:for|despite|at) {_EN_HIS} age|(?:near|about to|before) retire\w*",
    ),
    Kind.SEX: (
        r"(?:fuer|als) (?:eine frau|einen mann|ein mann|ein maedchen)|typisch (?:frau|mann|weiblich|maennlich)|st\w{2,4} (?:\w+ ){0,2}(?:ihren|seinen) mann",
        rf"{_IS} (?:\w+ )?(?:huebsch|attraktiv|charmant)|schwul\w*|lesbisch\w*|homosexuell\w*|transsexuell\w*|transgender",
        r"(?:for|as) a (?:woman|man|girl)|typical(?:ly)? (?:male|female)|(?:is|was) (?:gay|lesbian|pretty)|homosexual",
    ),
}
