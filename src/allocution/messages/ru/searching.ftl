# Что говорит поиск.

statements-as = речи: { $edition }
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
note-bad-distance = После NEAR/ пишут число слов: NEAR/3. «{ $text }» понято как NEAR/10.
note-bad-has = «{ $text }» — такого уточнения has: нет. Есть: translation, correction, source, date, judge, court, charge.
note-years-turned = «{ $text }»: годы переставлены, ранний — первым.
note-only-not = Запрос говорит только, чего быть не должно. Добавьте, что искать.
note-too-long = Запрос длиннее { $text } знаков: остальное пропущено.
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
search = Искать
search-title = Поиск
query = Что было сказано
how-to-ask = Как спрашивать
example-words = репрессия суд
means-words = оба слова, в любой форме, в одном выступлении
example-phrase = "верховенство права"
means-phrase = именно эти слова в этом порядке
example-forms = «честный суд»
means-forms = эти слова в этом порядке, в любой форме
example-exact = =гражданка
means-exact = только эта форма
example-prefix = репр*
means-prefix = слова, которые так начинаются
example-either = (суд OR судья) -тюрьма
means-either = одно из двух, и без третьего
example-near = суд NEAR/3 честный
means-near = в одном предложении, не дальше трёх слов друг от друга
example-field = speaker:Ким year:2019..2022
means-field = также charge: article: court: country: lang: stage: has:translation
needs-scripts = Для поиска здесь нужны скрипты и страница, полученная по сети; чего-то из этого нет. Эти списки ведут ко всем выступлениям:
remove-filter = Убрать это уточнение
narrow = Уточнить
order-relevance = сначала подходящие
order-date = сначала новые
around-order = как найдено
around-left = по словам слева
around-right = по словам справа
view-hits = предложения
view-concordance = конкорданс
concordance = Конкорданс
why = почему найдено
left = слева
keyword = найдено
right = справа
hits = найдено
sentences = всего предложений
frequency-years = По годам
frequency-speakers = По говорящим
more-lines = Здесь показаны первые предложения ({ $shown }); в файле CSV все найденные ({ $total }).
table-failed = Таблицу не удалось составить: один из файлов указателя не загрузился.
searching = Идёт поиск…
failed = Указатель не удалось загрузить. Эти списки ведут ко всем выступлениям:
