# Що каже `allocution watch`.

seen-first = { $source }: збережено вперше.
seen-same = { $source }: яким було.
seen-edited = { $source }: ЗМІНЕНО. [-було-] {"{+стало+}"}:
seen-edited-besides = { $source }: ЗМІНЕНО, але не в словах, які читаються.
seen-gone = { $source }: ЗНИКЛО. Збережене раніше лишається.
seen-withheld = { $source }: у вебі більше не показують.
seen-unclear = { $source }: збережено, але слів не прочитати. Це не означає, що їх немає.
seen-unreachable = { $source }: недоступне.
looked = { $count ->
    [one] Перевірено { $count } джерело; змінилося: { $changed }; недоступно або не прочитано: { $missed }.
    [few] Перевірено { $count } джерела; змінилося: { $changed }; недоступно або не прочитано: { $missed }.
   *[other] Перевірено { $count } джерел; змінилося: { $changed }; недоступно або не прочитано: { $missed }.
}
nothing-due = Перевіряти поки що нічого.
