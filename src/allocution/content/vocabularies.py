"""The words that fields with a closed vocabulary take, with labels in ru, kk and en."""

from __future__ import annotations

VOCABULARIES: dict[str, tuple[tuple[str, tuple[str, str, str]], ...]] = {
    "stage": (
        ("pretrial", ("до суда", "сотқа дейін", "before trial")),
        ("trial", ("первая инстанция", "бірінші саты", "trial")),
        ("appeal", ("апелляция", "апелляция", "appeal")),
        ("cassation", ("кассация", "кассация", "cassation")),
        ("supervisory", ("надзор", "қадағалау", "supervisory review")),
        ("retrial", ("повторное рассмотрение", "қайта қарау", "retrial")),
        ("parole", ("условно-досрочное освобождение", "шартты түрде мерзімінен бұрын босату", "parole")),
        ("execution", ("перед казнью", "өлім жазасы алдында", "before execution")),
    ),
    "delivery": (
        ("spoken", ("произнесено", "айтылды", "spoken")),
        ("cut-off", ("прервано судом", "сот тоқтатты", "cut off")),
        ("read-by-counsel", ("зачитано защитником", "қорғаушы оқыды", "read by counsel")),
        ("written", ("подано письменно", "жазбаша берілді", "in writing")),
        ("refused", ("отказ от последнего слова", "соңғы сөзден бас тартты", "declined")),
        ("not-recorded", ("не записано", "жазылмаған", "not recorded")),
    ),
    "translation": (
        ("human", ("человек", "адам", "by a person")),
        ("machine", ("машинный перевод", "машиналық аударма", "by machine")),
        (
            "machine-revised",
            ("машинный, проверен человеком", "машиналық, адам тексерген", "by machine, revised"),
        ),
    ),
    "withhold": (
        ("safety", ("безопасность", "қауіпсіздік", "safety")),
        ("minor", ("несовершеннолетний", "кәмелетке толмаған", "a minor")),
        ("relative", ("родственник", "туысы", "a relative")),
        ("victim", ("потерпевший", "жәбірленуші", "a victim")),
        ("witness", ("свидетель", "куә", "a witness")),
        ("privacy", ("частная жизнь", "жеке өмір", "privacy")),
        ("request", ("по просьбе", "өтініш бойынша", "on request")),
        ("source-protection", ("защита источника", "дереккөзді қорғау", "protection of a source")),
        ("court-order", ("решение суда", "сот шешімі", "a court order")),
        ("legal-risk", ("риск преследования", "қудалану қаупі", "legal risk")),
    ),
}
