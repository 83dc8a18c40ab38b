# Что говорит `allocution timestamp`.

stamped = { $file }: существовало не позже { $moment }, свидетельствует { $authority }.
promised = { $file }: { $authority } обещает доказательство. Пока это не оно: через несколько часов выполните «allocution timestamp upgrade».
refused = { $file }, { $authority }: { $problem }
nothing-to-do = У всего сохранённого уже есть то, что можно запросить.
tsr-damaged = отметка времени не годится ({ $problem }).
ots-damaged = доказательство не годится ({ $problem }).
block-damaged = заголовок блока не годится ({ $problem }).
answer-status = сервер отвечает { $status }.
no-headers = в настройках не сказано, откуда брать заголовки блоков (blockHeaders).
name-taken = под этим именем есть другой файл ({ $file }).
failed = получить не удалось ({ $problem }).
