# Что говорит `allocution watch`.

seen-first = { $source }: сохранён в первый раз.
seen-same = { $source }: каким был.
seen-edited = { $source }: ИЗМЕНЁН. [-было-] {"{+стало+}"}:
seen-edited-besides = { $source }: ИЗМЕНЁН, но не в словах, которые читаются.
seen-gone = { $source }: ИСЧЕЗ. Сохранённое раньше остаётся.
seen-withheld = { $source }: в вебе больше не показывают.
seen-unclear = { $source }: сохранён, но слов не прочесть. Это не значит, что их нет.
seen-unreachable = { $source }: недоступен.
looked = { $count ->
    [one] Проверен { $count } источник; изменилось: { $changed }; недоступно или не прочтено: { $missed }.
    [few] Проверено { $count } источника; изменилось: { $changed }; недоступно или не прочтено: { $missed }.
   *[other] Проверено { $count } источников; изменилось: { $changed }; недоступно или не прочтено: { $missed }.
}
nothing-due = Проверять пока нечего.
