# Что говорит `allocution timestamp`.

stamped = { $file }: существовало не позже { $moment }, свидетельствует { $authority }.
promised = { $file }: { $authority } обещает доказательство. Пока это не оно: через несколько часов выполните «allocution timestamp upgrade».
refused = { $file }, { $authority }: { $problem }
nothing-to-do = У всего сохранённого уже есть то, что можно запросить.
