# Пәрмендер не айтады: жұмыс барысы, қорытынды, әрі қарай не істеу керек.

reading = Файлдар оқылуда
checking = Файлдар тексерілуде
importing = Көшірілуде
indexing = Сөз көрсеткіші жасалуда
writing = Беттер жазылуда
exporting = Басылымдар жасалуда

severity-error = қате
severity-warning = ескерту
severity-note = ескертпе
warning = Назар аударыңыз: { $text }
more-findings = … және тағы { $count }.

built = { $folder } қалтасында { $count } сөз ({ $seconds } с)
pages = беттер: { $made } жасалды, { $kept } өзгермеді
files = файлдар: { $written } жазылды, { $removed } өшірілді
left-out = қате салдарынан алынбағаны: { $count }
records = сөйлем мекенжайлары жазылған файлдар: addresses/ қалтасында { $count }
records-hint = Оларды git-те сақтаңыз: сөйлемдерге сілтемелер соларға сүйенеді.
no-sitemap = сайт картасы жоқ: сайттың өз мекенжайы көрсетілмеген (--base-url немесе баптаулардағы baseURL)

kept-as-it-is = { $path } бұрыннан бар, сол күйінде қалады.
check-before-commits = Мұрағат әр коммит алдында тексерілсін десеңіз: git config core.hooksPath .githooks
add-the-first = Алғашқы сөзді қосу: allocution new { $archive } --speaker "Аты Тегі"

write-the-words = Айтылған сөзді сол қалпында файл басының астына кез келген мәтін редакторымен жазыңыз.
while-a-draft = Файл басында draft: true тұрғанда, ол сайтта да, алдын ала көруде де болмайды.
see-how-it-reads = Қалай оқылатынын көру: { $command }

served = { $address } мекенжайында { $count } сөз
refreshing = жазып отырғаныңызда жаңарып тұрады: { $address }
refreshed = Жаңартылды.
pages-stay = Беттер бұрынғы күйінде қалды.
ended = Тоқтатылды.
open-to-others = { $host } тек осы компьютер емес: бұл мекенжайға жете алатын кез келген адам мұрағатты шифрсыз оқи алады.
pages-not-served = { $folder } ішіндегі беттер сайтқа кіреді, бірақ мұнда көрсетілмейді: бұл мекенжайларды алдын ала көру пайдаланады.
unwatched = Жүйе өзгерістер туралы хабарламайды ({ $problem }); бағдарлама оларды өзі іздейді.

released = { $number }-шығарылым { $folder } қалтасында: { $files } файл, қол қойған кілт: { $key }
next-key = Келесі шығарылымға мына кілтпен қол қою керек: { $key }

secret-key = Құпия кілт: { $file }
public-key = Ашық кілт: { $file }
print-the-key = Ашық кілтті оқырман мұрағатсыз-ақ табатын жерде жариялаңыз: кітапта, хатта, басқа сайттарда.
password = Құпиясөз
password-again = Тағы бір рет
password-of = { $file } құпиясөзі
passwords-differ = Құпиясөздер сәйкес келмеді; қайтадан теріңіз.

aborted = Тоқтатылды.
yes = иә
no = жоқ

taken-down = Алынып тасталды: { $file }
captures-withheld = Сақтау журналында: { $count } дереккөздің көшірмелері жасырылды.
captures-shown = Сақтау журналында: { $count } дереккөзден енді ештеңе жасырылмайды.
log-tells-withheld = Сақтау журналы жасырылғанның бәрін айтады.
gone-with-the-next-build = Ол сайттан келесі жинақтағанда кетеді.
