# Что говорит поиск.

found = { $total ->
    [0] Ничего не найдено.
    [one] Найдено { $total } предложение
    [few] Найдено { $total } предложения
   *[many] Найдено { $total } предложений
}{ $total ->
    [0] { "" }
   *[other] { $statements ->
        [one] { " " }в { $statements } выступлении.
       *[other] { " " }в { $statements } выступлениях.
    }
}
did-you-mean = Слова «{ $word }» в архиве нет. Может быть, «{ $meant }»?
note-stray = «{ $text }» здесь ничего не значит и пропущено.
note-unbalanced-quote = Кавычка не закрыта: ею кончается запрос.
note-unbalanced-bracket = Скобка не закрыта: она кончается вместе с запросом.
note-empty-filter = После «{ $text }» ничего нет: уточнение пропущено.
note-bad-year = «{ $text }» — не год. Годы пишут так: year:2019 или year:2019..2022.
note-near-needs-words = NEAR стоит между словами или фразами; без них он понят как AND.
note-only-not = Запрос говорит только, чего быть не должно. Добавьте, что искать.
note-too-many-words = Слов больше { $text }: остальные пропущены.
note-too-deep = Скобки вложены глубже { $text }: остальное пропущено.
note-other-layout = Похоже, была включена другая раскладка. Найдено по запросу: { $text }
note-other-spelling = Слово «{ $text }» найдено в другом написании.
how-exact = точно так
how-form = другая форма слова
how-prefix = так начинается
how-spelling = другое написание
how-correction = так было сказано, по исправлению
speakers = Кто говорит
charges = Обвинение
countries = Страна
courts = Суд
years = Год
languages = Язык
