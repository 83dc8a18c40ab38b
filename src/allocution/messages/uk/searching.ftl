# Що каже пошук.

found = { $total ->
    [0] Нічого не знайдено.
    [one] Знайдено { $total } речення
    [few] Знайдено { $total } речення
   *[many] Знайдено { $total } речень
}{ $total ->
    [0] { "" }
   *[other] { $statements ->
        [one] { " " }в { $statements } виступі.
       *[other] { " " }у { $statements } виступах.
    }
}
did-you-mean = Слова «{ $word }» в архіві немає. Можливо, «{ $meant }»?
note-stray = «{ $text }» тут нічого не означає й пропущено.
note-unbalanced-quote = Лапки не закрито: ними закінчується запит.
note-unbalanced-bracket = Дужку не закрито: вона закінчується разом із запитом.
note-empty-filter = Після «{ $text }» нічого немає: уточнення пропущено.
note-bad-year = «{ $text }» — не рік. Роки пишуть так: year:2019 або year:2019..2022.
note-near-needs-words = NEAR стоїть між словами чи фразами; без них він зрозумілий як AND.
note-only-not = Запит каже лише, чого не має бути. Додайте, що шукати.
note-too-many-words = Слів більше за { $text }: решту пропущено.
note-too-deep = Дужки вкладено глибше за { $text }: решту пропущено.
note-other-layout = Схоже, було ввімкнено іншу розкладку. Знайдено за запитом: { $text }
note-other-spelling = Слово «{ $text }» знайдено в іншому написанні.
how-exact = точно так
how-form = інша форма слова
how-prefix = так починається
how-spelling = інше написання
how-correction = так було сказано, за виправленням
speakers = Хто говорить
charges = Звинувачення
countries = Країна
courts = Суд
years = Рік
languages = Мова
