# Что говорит `allocution import`.

done = { $origin }: записей { $count }.
dry-run = { $origin }: записей { $count }; ничего не записано, вот что произошло бы.
fate-written = записано
fate-unchanged = уже есть
fate-changed = с тех пор изменено в источнике
fate-left-out = пропущено
kind-statement = речи
kind-refused = отказы от последнего слова
kind-not-recorded = речи, которых никто не записал
kind-page = страницы
kind-file = другие файлы
changed-hint = в источнике теперь иначе; { $path } оставлен как есть, сравните их.
columns-left = Столбцы, из которых ничего не сделано: { $columns }. Чтобы сохранить их, назовите их в соответствии столбцов.
reason-no-key = эту строку нечем отличить от других
reason-no-speaker = никто не назван
reason-bad-date = дата записана не так, как сказано в соответствии столбцов
reason-repeated-key = у другой строки тот же ключ
reason-service = служебные сообщения
reason-no-words = сообщения без слов
reason-joined = сообщения, присоединённые к предыдущему
reason-not-chosen = невыбранные сообщения
reason-exists = так называется другой файл
reason-unreadable = прочитать нельзя
reason-configuration = настройки и шаблоны остаются на месте
repaired = Неверных по правилам JSON знаков в выгрузке: { $count }; они всё же прочитаны.
media-missing = Фотографий и записей, которых нет в выгрузке: { $count }.
