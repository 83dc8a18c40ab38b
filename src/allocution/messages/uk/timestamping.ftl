# Що каже `allocution timestamp`.

stamped = { $file }: існувало не пізніше { $moment }, свідчить { $authority }.
promised = { $file }: { $authority } обіцяє доказ. Поки що це не він: за кілька годин виконайте «allocution timestamp upgrade».
refused = { $file }, { $authority }: { $problem }
nothing-to-do = Усе збережене вже має те, що можна запитати.
tsr-damaged = позначка часу недійсна ({ $problem }).
ots-damaged = доказ недійсний ({ $problem }).
block-damaged = заголовок блока недійсний ({ $problem }).
answer-status = сервер відповідає { $status }.
no-headers = у налаштуваннях не сказано, звідки брати заголовки блоків (blockHeaders).
name-taken = під цим ім’ям є інший файл ({ $file }).
failed = отримати не вдалося ({ $problem }).
