# Що каже пошук.

statements-as = промови: { $edition }
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
note-bad-distance = Після NEAR/ пишуть кількість слів: NEAR/3. «{ $text }» зрозуміли як NEAR/10.
note-bad-has = has: не знає «{ $text }». Є: translation, correction, source, date, judge, court, charge.
note-years-turned = «{ $text }»: роки переставлено, раніший — першим.
note-only-not = Запит каже лише, чого не має бути. Додайте, що шукати.
note-too-long = Запит довший за { $text } знаків: решту пропущено.
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
charges = Обвинувачення
countries = Країна
courts = Суд
years = Рік
languages = Мова
search = Шукати
search-title = Пошук
query = Що було сказано
how-to-ask = Як питати
example-words = репресія суд
means-words = обидва слова, у будь-якій формі, в одному виступі
example-phrase = "верховенство права"
means-phrase = саме ці слова в цьому порядку
example-forms = «чесний суд»
means-forms = ці слова в цьому порядку, у будь-якій формі
example-exact = =громадянка
means-exact = лише ця форма
example-prefix = репр*
means-prefix = слова, що так починаються
example-either = (суд OR суддя) -тюрма
means-either = одне з двох, і без третього
example-near = суд NEAR/3 чесний
means-near = в одному реченні, не далі трьох слів одне від одного
example-field = speaker:Кім year:2019..2022
means-field = також charge: article: court: country: lang: stage: has:translation
needs-scripts = Для пошуку тут потрібні скрипти й сторінка, отримана мережею; чогось із цього немає. Ці списки ведуть до всіх виступів:
remove-filter = Прибрати це уточнення
narrow = Уточнити
order-relevance = спершу найвідповідніші
order-date = спершу нові
around-order = як знайдено
around-left = за словами ліворуч
around-right = за словами праворуч
view-hits = речення
view-concordance = конкорданс
concordance = Конкорданс
why = чому знайдено
left = ліворуч
keyword = знайдено
right = праворуч
hits = знайдено
sentences = усього речень
frequency-years = За роками
frequency-speakers = За промовцями
more-lines = Тут показано перші речення ({ $shown }); у файлі CSV усі знайдені ({ $total }).
table-failed = Таблицю не вдалося скласти: один із файлів покажчика не завантажився.
searching = Триває пошук…
failed = Покажчик не вдалося завантажити. Ці списки ведуть до всіх виступів:
