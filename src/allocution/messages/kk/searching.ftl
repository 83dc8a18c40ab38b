# Іздеу не айтады.

found = { $total ->
    [0] Ештеңе табылмады.
   *[other] { $statements } сөзде { $total } сөйлем табылды.
}
did-you-mean = Мұрағатта «{ $word }» деген сөз жоқ. Мүмкін, «{ $meant }»?
note-stray = «{ $text }» мұнда ештеңе білдірмейді, ескерілмеді.
note-unbalanced-quote = Тырнақша жабылмаған: сұраудың соңына дейін деп түсінілді.
note-unbalanced-bracket = Жақша жабылмаған: сұраудың соңына дейін деп түсінілді.
note-empty-filter = «{ $text }» дегеннен кейін ештеңе жоқ: ескерілмеді.
note-bad-year = «{ $text }» жыл емес. Жылдар былай жазылады: year:2019 немесе year:2019..2022.
note-near-needs-words = NEAR сөздердің немесе тіркестердің арасында тұрады; оларсыз AND деп түсінілді.
note-only-not = Сұрау тек не болмауы керегін айтады. Не іздейтінін қосыңыз.
note-too-many-words = Сөз саны { $text }-ден асты: қалғаны ескерілмеді.
note-too-deep = Жақшалар { $text } қабаттан терең: қалғаны ескерілмеді.
note-other-layout = Пернетақтаның басқа тілі қосулы болған сияқты. Мына сұрау бойынша табылды: { $text }
note-other-spelling = «{ $text }» сөзі басқаша жазылған түрде табылды.
how-exact = дәл осылай
how-form = сөздің басқа түрі
how-prefix = осылай басталады
how-spelling = басқаша жазылуы
how-correction = түзету бойынша осылай айтылған
speakers = Кім сөйледі
charges = Айып
countries = Ел
courts = Сот
years = Жыл
languages = Тіл
