# Що каже `allocution timestamp`.

stamped = { $file }: існувало не пізніше { $moment }, свідчить { $authority }.
promised = { $file }: { $authority } обіцяє доказ. Поки що це не він: за кілька годин виконайте «allocution timestamp upgrade».
refused = { $file }, { $authority }: { $problem }
nothing-to-do = Усе збережене вже має те, що можна запитати.
