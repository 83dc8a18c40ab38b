"""Abbreviations of courts, codes, addresses and ranks: lower case, inner dots kept."""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


LEADING = _words(
    # ru, and what uk and be share with it
    "ст ст.ст стст п пп п.п гр гр-н гр-ка т тов г-н г-жа ул пер пл просп бул б-р мкр мкрн пос дер ок св ср",
    "см напр т.е т.к т.н т.о т.ч и.о врио зам нач ген лейт подполк проф акад доц канд д-р инж адв прок пом",
    "ред сост изд цит соотв рис табл прил прим л.д дж",
    "к.ю.н д.ю.н к.ф.н д.ф.н к.и.н д.и.н к.п.н д.п.н к.м.н д.м.н к.э.н д.э.н к.т.н д.т.н",
    # uk
    "м вул бульв с с-ще смт о пор див пров",
    # be
    "завул праф в",
    # kk
    "қ к көш мыс ш.а ауд д-ры қ-сы б.з.д б.з.б з.ғ.к з.ғ.д ф.ғ.к ф.ғ.д т.ғ.к т.ғ.д",
    # en
    "dept crim mr mrs ms messrs dr prof rev fr hon gen col lt maj sgt capt cpl pvt sen rep gov pres atty supt st mt",
    "v vs e.g i.e cf viz approx tex cal fla ariz okla conn",
)
"""What follows belongs to them: a name, a number, an explanation."""

NUMERIC = _words(
    "ч гл абз стр кв д корп оф тел разд подп род рожд т.т тт б бб бет арт буд каб ж-ж",
    "янв фев февр апр авг сент окт нояб дек",
    "арк а",
    "конст",
    "no nos art arts sec secs ch p pp para paras par cl cir fig vol ex",
    "jan feb mar apr jun jul aug sep sept oct nov dec",
)
"""They belong to a number that follows; before anything else they end like any word."""

TRAILING = _words(
    "т.д т.п др пр руб коп долл тыс млн млрд мин сек час чел экз н.э",
    "г.д інш ін грн тис",
    "т.б т.с.с тг обл",
    "etc inc ltd co corp jr sr a.m p.m ph.d esq",
)
"""They stand at the end of a phrase; before a capital letter the sentence is over."""

YEARS = _words("г гг р рр ж жж")
"""After a number they mean a year; before a name, г. is a town and р. a river."""

CENTURIES = _words("в вв ст ғ")
"""After a number they mean a century."""

NAMED_AFTER = _words("им ім")
"""«имени», and in Russian also the pronoun «им», which may well end a sentence."""

NAMED_THINGS = (
    *("театр", "завод", "площ", "школ", "университет", "институт", "парк", "музе", "колхоз", "совхоз"),
    *("библиотек", "больниц", "двор", "стадион", "фабрик", "комбинат", "шахт", "академи", "центр", "клуб"),
    *("преми", "орден", "лице", "гимнази", "аэропорт", "порт", "метро", "фонд", "улиц", "проспект"),
    *("вулиц", "лікарн", "бібліотек", "університет", "парку", "майдан"),
    *("бібліятэк", "універсітэт", "тэатр", "вуліц", "плошч", "праспект", "бальніц", "фабрык"),
)
"""Stems of what is named after somebody."""

ABBREVIATIONS = LEADING | NUMERIC | TRAILING | YEARS | CENTURIES | NAMED_AFTER

MONTHS = _words(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "студзеня лютага сакавіка красавіка траўня чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "january february march april may june july august september october november december",
)
"""Months as they stand after a day's number."""

STARTERS = _words(
    "я мы вы ты он она оно они это этот эта эти но а и в во на не так потом затем поэтому однако если когда",
    "как что кто где за по с со у к из для при после до мне меня нас вам вас мой моя мои наш наша его ее её",
    "их там тут здесь теперь сегодня тогда да нет ведь вот все всё тот та те также спасибо суд",
    "ми ви він вона вони це але тому якщо коли як що хто де мене мій ні ось зараз і й із",
    "яны ён яна гэта гэтыя таму калі што хто дзе мяне ў",
    "мен біз сен сіз ол олар бұл осы бірақ және сондықтан егер қазір бүгін соңда сонда иә жоқ рахмет",
    "i we you he she it they this that these those the a an and but so if when what who where my our his her",
    "their there here now then today yes no thank god in on at for",
)
"""Words that commonly open a sentence and are no surname: after initials they begin a new one."""
