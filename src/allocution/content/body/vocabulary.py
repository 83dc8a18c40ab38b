"""What transcribers write: offices in the courtroom, stage notes, missing words. Data, by language."""

from __future__ import annotations

from types import MappingProxyType

from allocution.model.passages import GapReason, Role

# Offices as labels name them, separated by commas.
ROLES_BY_LANGUAGE: dict[str, dict[Role, str]] = {
    "ru": {
        Role.JUDGE: """
            судья, федеральный судья, суд, председательствующий, председательствующая,
            председательствующий судья, судья-председательствующий, председатель суда, судьи
        """,
        Role.PROSECUTOR: """
            прокурор, гособвинитель, гособвинение, государственный обвинитель, государственное
            обвинение, помощник прокурора, обвинитель, прокуроры, представитель гособвинения,
            сторона обвинения, представитель обвинения
        """,
        Role.DEFENCE: """
            защитник, защитница, адвокат, адвокат защиты, адвокаты, сторона защиты, общественный
            защитник, адвокатесса
        """,
        Role.AUDIENCE: """
            голос из зала, голоса из зала, голос в зале, голоса в зале, из зала, зал, крик из зала,
            крики из зала, выкрик из зала, выкрики из зала, реплика из зала, реплики из зала,
            слушатели, слушатель, публика, женщина из зала, мужчина из зала, возглас из зала,
            возгласы из зала
        """,
        Role.CLERK: """
            секретарь, секретарь суда, секретарь заседания, секретарь судебного заседания, помощник
            судьи
        """,
        Role.INTERPRETER: "переводчик, переводчица",
        Role.WITNESS: "свидетель, свидетельница",
        Role.OTHER: """
            пристав, судебный пристав, конвой, конвоир, потерпевший, потерпевшая, эксперт,
            специалист, следователь, представитель потерпевшего, общественный обвинитель
        """,
        Role.DEFENDANT: """
            подсудимый, подсудимая, обвиняемый, обвиняемая, осуждённый, осужденный, осуждённая,
            осужденная
        """,
    },
    "kk": {
        Role.JUDGE: "сот, судья, төрағалық етуші, төрағалық етуші судья, сот төрағасы, төраға",
        Role.PROSECUTOR: "прокурор, мемлекеттік айыптаушы, айыптаушы, прокурордың көмекшісі",
        Role.DEFENCE: "қорғаушы, адвокат",
        Role.AUDIENCE: """
            залдан, залдан дауыс, залдан дауыстар, залдағы дауыс, залдағылар, залдағы дауыстар, зал,
            көрермендер
        """,
        Role.CLERK: "хатшы, сот хатшысы, сот отырысының хатшысы",
        Role.INTERPRETER: "аудармашы, тілмәш",
        Role.WITNESS: "куә, куәгер",
        Role.OTHER: "сот приставы, пристав, айдауыл, жәбірленуші, сарапшы, тергеуші",
        Role.DEFENDANT: "сотталушы, айыпталушы, сотталған",
    },
    "en": {
        Role.JUDGE: """
            judge, the judge, court, the court, presiding judge, the presiding judge, magistrate,
            the magistrate, his honour, her honour, his honor, her honor
        """,
        Role.PROSECUTOR: """
            prosecutor, the prosecutor, prosecution, the prosecution, state prosecutor, the state
            prosecutor, public prosecutor, the public prosecutor, attorney general, the attorney
            general, district attorney
        """,
        Role.DEFENCE: """
            counsel, defence, the defence, defense, the defense, defence counsel, defense counsel,
            counsel for the defence, counsel for the defense, defense attorney, defence lawyer,
            defense lawyer, lawyer, the lawyer, attorney
        """,
        Role.AUDIENCE: """
            audience, the audience, gallery, the gallery, voice from the audience, voices from the
            audience, voice from the gallery, voices from the gallery, from the gallery, from the
            audience, spectator, spectators
        """,
        Role.CLERK: "clerk, the clerk, court clerk, clerk of the court, registrar, the registrar",
        Role.INTERPRETER: "interpreter, the interpreter, translator, the translator",
        Role.WITNESS: "witness, the witness",
        Role.OTHER: """
            bailiff, the bailiff, usher, the usher, marshal, guard, the guard, victim, the warden,
            warden
        """,
        Role.DEFENDANT: "defendant, the defendant, accused, the accused, prisoner, the prisoner",
    },
    "uk": {
        Role.JUDGE: "суддя, суд, головуючий, головуюча, головуючий суддя, судді",
        Role.PROSECUTOR: "прокурор, прокурорка, державний обвинувач, обвинувач, сторона обвинувачення",
        Role.DEFENCE: "захисник, захисниця, адвокат, адвокатка, сторона захисту",
        Role.AUDIENCE: """
            голос із зали, голос з зали, голоси із зали, голоси з зали, із зали, з зали, вигук із
            зали, вигуки із зали, зала, слухачі, публіка
        """,
        Role.CLERK: "секретар, секретарка, секретар суду, секретар судового засідання",
        Role.INTERPRETER: "перекладач, перекладачка",
        Role.WITNESS: "свідок",
        Role.OTHER: "пристав, конвой, конвоїр, потерпілий, потерпіла, експерт, слідчий",
        Role.DEFENDANT: "підсудний, підсудна, обвинувачений, обвинувачена, засуджений, засуджена",
    },
    "be": {
        Role.JUDGE: "суддзя, суд, старшынствуючы, старшыня суда, старшыня",
        Role.PROSECUTOR: "пракурор, пракурорка, дзяржаўны абвінаваўца, дзяржабвінаваўца, абвінаваўца",
        Role.DEFENCE: "абаронца, абаронца-адвакат, адвакат, адвакатка",
        Role.AUDIENCE: "голас з залы, галасы з залы, з залы, зала, воклічы з залы, слухачы",
        Role.CLERK: "сакратар, сакратарка, сакратар суда, сакратар судовага пасяджэння",
        Role.INTERPRETER: "перакладчык, перакладчыца",
        Role.WITNESS: "сведка",
        Role.OTHER: "прыстаў, канвой, канваір, пацярпелы, пацярпелая, эксперт, следчы",
        Role.DEFENDANT: "падсудны, падсудная, абвінавачаны, абвінавачаная, асуджаны, асуджаная",
    },
}

# The words that make a note in brackets a stage note: nouns, third persons, participles. No first
# persons: «(плачу)» is speech.
STAGE_WORDS_BY_LANGUAGE: dict[str, str] = {
    "ru": """
        аплодисменты аплодирует аплодируют овация овации смех смеётся смеется смеются хохочет хохот
        хохочут улыбается усмехается ухмыляется плач плачет плачут рыдает рыдания всхлипывает слёзы
        слезы пауза паузы шум гул ропот кашляет кашель вздыхает вздох молчание молчит молчат тишина
        перебивает перебивают прерывает прерывают перебивая крик крики кричит кричат выкрик выкрики
        выкрикивает возглас возгласы скандирует скандируют скандирование свист свистят встаёт встает
        встают садится садятся поёт поет поют читает зачитывает обращается оборачивается поворачивается
        показывает указывает кивает жестикулирует перешёптывается шёпотом шепчет шёпот аплодируя плача
        смеясь улыбаясь кланяется стучит стук гудит неразбериха перерыв удаляется выводят уводят выходит
        выходят передаёт передает пьёт пьет
    """,
    "kk": """
        шапалақ күлкі күледі күлді күлімсірейді жылайды жылады жылап кідіріс үзіліс шу дабыр гуіл
        жөтеледі күрсінеді үнсіздік үндемейді тыныштық бөледі айқай айқайлайды айқайлады дауыстар
        ысқырық тұрады отырады оқиды
    """,
    "en": """
        applause applauds applaud applauding ovation laughs laugh laughing laughter chuckles smiles
        smiling smile cries cry crying weeps weep weeping sobs sob sobbing tears pause pauses pausing
        silence silent noise commotion murmur murmuring murmurs coughs cough coughing sighs sigh sighing
        interrupts interrupt interrupted interrupting interruption interjects shouts shout shouting
        shouted screams screaming chants chanting whistles booing boos cheers cheering stands rises sits
        sings singing reads reading turns points pointing nods gestures whispers whispering whisper
        crosstalk hubbub uproar recess adjourned bows
    """,
    "uk": """
        оплески аплодисменти аплодує аплодують овації сміх сміється сміються регоче усміхається
        посміхається плаче плачуть плач ридає схлипує сльози пауза шум гул гамір кашляє кашель зітхає
        зітхання мовчання мовчить тиша перебиває перебивають перериває крик крики кричить кричать вигук
        вигуки вигукує скандують скандування свист встає сідає співає співають читає зачитує звертається
        показує киває шепоче пошепки перерва
    """,
    "be": """
        апладысменты воплескі апладуе апладуюць авацыі смех смяецца смяюцца усміхаецца ўсміхаецца плача
        плачуць рыдае слёзы паўза шум гул кашляе уздыхае ўздыхае маўчанне маўчыць цішыня перабівае
        перабіваюць перапыняе крык крыкі крычыць крычаць вокліч воклічы скандуюць свіст устае ўстае
        сядае спявае спяваюць чытае зачытвае звяртаецца паказвае ківае шэпча перапынак
    """,
}

# Words that may stand beside them in round brackets.
STAGE_COMPANIONS_BY_LANGUAGE: dict[str, str] = {
    "ru": """
        в из на у и с со к сквозь общий громкий громко громкие тихо тихий долгая долгие долго короткая
        недолгая длинная небольшая продолжительные бурные зале зал зала залу суде судья судью судьи
        судье прокурор прокурора прокурору адвокат адвоката адвокату подсудимый подсудимая подсудимого
        секретарь слёзы слезы слёзами слезами голосов голоса снова опять немного горько нервно публика
        публики публику слушателей слушатели листок листа бумаги воду речь текст его её ее руками рукой
        по столу головой одобрения возмущения радости
    """,
    "kk": """
        залда залдағы залдан қол ұзақ қысқа судья сот сотқа прокурор адвокат қатты ақырын бәрі жұрт
    """,
    "en": """
        in the a an from and of at to with through long short brief loud loudly quietly softly again
        audience courtroom court room gallery judge prosecutor counsel defendant voices voice people off
        bitterly hands his her their head by general prolonged sound sounds
    """,
    "uk": """
        у в із з зі на і й та до крізь залі зали зала суді суддя суддю прокурор адвокат довга коротка
        довго гучно гучні тихо бурхливі знову голоси голосів публіка сльози слізьми
    """,
    "be": """
        у ў з са на і да праз зале залы зала судзе суддзя суддзю пракурор адвакат доўгая кароткая доўга
        гучна гучныя ціха зноў галасы галасоў публіка
    """,
}

# First word or words of a note in brackets that says that words are missing.
GAPS_BY_LANGUAGE: dict[str, dict[GapReason, str]] = {
    "ru": {
        GapReason.INAUDIBLE: """
            неразборчиво, неразб, нрзб, нрзбр, нераз, неслышно, не слышно, не разобрать, слово
            неразборчиво, слова неразборчивы, плохо слышно, обрыв записи, сбой записи, нет звука,
            запись прерывается, запись обрывается, запись прервана, запись оборвана, обрыв звука,
            неразборчивая речь
        """,
        GapReason.CUT: """
            сокращено, вырезано, пропуск, пропущено, опущено, часть текста пропущена, текст
            сокращён, текст сокращен, купюра
        """,
        GapReason.MASKED: """
            имя скрыто, имя удалено, данные скрыты, данные удалены, фамилия скрыта, персональные
            данные, скрыто, удалено, изъято, фио, обезличено, цензура, вымарано, замазано
        """,
    },
    "kk": {
        GapReason.INAUDIBLE: "түсініксіз, естілмейді, естілмеді, анық емес, жазба үзіледі, жазба үзілді",
        GapReason.CUT: "қысқартылған, қысқартылды, қалдырылған",
        GapReason.MASKED: "аты жасырылған, жасырылған, деректер жасырылған",
    },
    "en": {
        GapReason.INAUDIBLE: """
            inaudible, unintelligible, indistinct, unclear, illegible, audio gap, no audio,
            recording breaks off, recording interrupted, recording cuts out
        """,
        GapReason.CUT: "cut, omitted, snip, abridged, passage omitted, text omitted",
        GapReason.MASKED: """
            redacted, name redacted, name withheld, name removed, name omitted, withheld, expletive,
            expletive deleted
        """,
    },
    "uk": {
        GapReason.INAUDIBLE: """
            нерозбірливо, нрзб, нечутно, не чути, не чутно, погано чутно, запис обривається, запис
            переривається, обрив запису
        """,
        GapReason.CUT: "скорочено, вирізано, пропущено, пропуск",
        GapReason.MASKED: """
            ім'я приховано, імʼя приховано, ім’я приховано, дані приховано, приховано, вилучено
        """,
    },
    "be": {
        GapReason.INAUDIBLE: "неразборліва, нрзб, нечутно, нячутна, не чуваць",
        GapReason.CUT: "скарочана, выразана, прапушчана, пропуск",
        GapReason.MASKED: "імя схавана, схавана, дадзеныя схаваныя, звесткі схаваныя",
    },
}


def phrases(text: str) -> list[str]:
    """The phrases of a table's entry."""
    return [" ".join(phrase.split()) for phrase in text.split(",")]


ROLES = MappingProxyType(
    {
        phrase: role
        for table in ROLES_BY_LANGUAGE.values()
        for role in table
        for phrase in phrases(table[role])
    }
)
LONGEST_ROLE = max(len(phrase.split()) for phrase in ROLES)
STAGE_WORDS = frozenset(word for words in STAGE_WORDS_BY_LANGUAGE.values() for word in words.split())
STAGE_COMPANIONS = frozenset(
    word for words in STAGE_COMPANIONS_BY_LANGUAGE.values() for word in words.split()
)
GAPS = MappingProxyType(
    {phrase: why for table in GAPS_BY_LANGUAGE.values() for why in table for phrase in phrases(table[why])}
)
LONGEST_GAP = max(len(phrase.split()) for phrase in GAPS)
