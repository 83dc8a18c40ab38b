# `allocution import` не айтады.

done = { $origin }: { $count } жазба.
dry-run = { $origin }: { $count } жазба; ештеңе жазылған жоқ, не болар еді деген есеп мынау.
fate-written = жазылды
fate-unchanged = бұрыннан бар
fate-changed = содан бері дереккөзде өзгерген
fate-left-out = қалдырылды
kind-statement = сөздер
kind-refused = сөз айтудан бас тарту
kind-not-recorded = ешкім жазып алмаған сөздер
kind-page = беттер
kind-file = басқа файлдар
changed-hint = дереккөзде қазір басқаша; { $path } сол күйінде қалды, екеуін салыстырыңыз.
columns-left = Ештеңе жасалмаған бағандар: { $columns }. Сақтау үшін оларды сәйкестікте атаңыз.
reason-no-key = бұл жолды басқалардан айыратын ештеңе жоқ
reason-no-speaker = ешкім аталмаған
reason-bad-date = күні сәйкестікте айтылғандай жазылмаған
reason-repeated-key = басқа жолдың кілті де осындай
reason-service = қызметтік хабарлар
reason-no-words = сөзсіз хабарлар
reason-joined = алдыңғысына жалғанған хабарлар
reason-not-chosen = таңдалмаған хабарлар
reason-exists = басқа файлдың аты осындай
reason-unreadable = оқылмайды
reason-configuration = баптаулар мен үлгілер орнында қалады
repaired = Көшірмеде JSON ережесіне сай емес таңба саны: { $count }; бәрібір оқылды.
media-missing = Көшірмеде жоқ сурет пен жазба саны: { $count }.
