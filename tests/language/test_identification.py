"""The language of documents and of sentences in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from allocution.language.identification import identify_document, identify_sentence, passage_languages
from allocution.language.sentences import split_sentences

# The document's language, the sentence's, the sentence.
SENTENCES = """
ru ru Я не признаю свою вину.
ru ru Надеюсь, что не посмертно.
ru ru История повторяется.
ru ru Да.
ru ru 2020!
ru ru Ещё раз: нет.
ru ru Ёлки зелёные.
ru ru Суд над Әлия Исабековой был закрыт от всех.
ru ru Меня судили вместе с Қайратом и Әсетом, и все мы невиновны.
ru ru Судья Ғабит Мұхтаров даже не смотрел на нас.
ru ru Газета «Жас Алаш» писала об этом в тот же день.
ru ru Партия «Нұр Отан» против свободы слова.
ru ru Я писал об этом в Facebook и Telegram.
ru ru Human Rights Watch написала о моём деле доклад.
ru ru Статья iPhone и MacBook изъяли при обыске.
ru ru Я был на площади Незалежності в Киеве.
ru ru Он крикнул «Слава Україні!», и его увели в автозак.
ru ru Әсет молчал.
ru ru Прощай, Әсет!
ru ru Қайрат, спасибо.
ru kk Алға, Қазақстан!
ru kk Халық үшін, алға, Қазақстан!
ru kk Біз қорықпаймыз.
ru kk Рақмет!
ru kk Мен кінәлі емеспін, сот әділ емес.
ru kk Әділет болсын, халқым!
ru kk Құрметті сот, маған сөз беріңіз.
ru uk Слава Україні!
ru uk Я не винен, і ви це знаєте.
ru uk Мені нема чого додати, дякую всім, хто прийшов.
ru uk Дякую за підтримку, мої рідні.
ru be Я не вінаваты, і вы гэта ведаеце.
ru be Дзякуй усім, хто прыйшоў сёння ў суд.
ru be Мы ўсё роўна пераможам.
ru en I am not guilty.
ru en Freedom is not for sale.
ru en Thank you all for your love.
ru und Human Rights Watch.
ru und Libertas!
ru und თავისუფლება!
kk kk Мен кінәлі емеспін.
kk kk Рахмет!
kk kk Халық үшін, алға, Қазақстан!
kk kk Сот болды.
kk kk Бізге Human Rights Watch көмектесті.
kk kk Ол маған «почему» деп айтты, мен үндемедім.
kk ru Я не признаю свою вину, и вы это знаете.
kk ru Это не суд.
kk ru Мы не боимся, потому что нас много.
kk ru Спасибо всем, кто был с нами, когда было трудно, и кто не молчал.
kk uk Слава Україні!
kk en I am not guilty.
uk uk Я не визнаю свою провину.
uk uk Я не признаю свою вину.
uk uk Слава народу!
uk uk Суддя Крымов мовчав, і прокурор теж мовчав.
uk ru Это вы преступники, а мы нет.
uk ru Вы судите меня за то, что я был дома.
uk ru Это был мой выбор.
uk be Гэта мой выбар, і я яго зрабіў.
uk en You will not break us.
be be Я не вінаваты.
be be Жыве Беларусь!
be be Дзякуй.
be ru Я не виновен, и это знают все.
be ru Товарищи, ищите правду.
be uk Я не винен, і ви це знаєте.
be en Long live the people of Belarus!
ky ky Мен күнөөлүү эмесмин.
ky ky Кыргыз эли үчүн жашайм.
ky ru Я не виновен, и вы это знаете.
ky kk Қазақ халқы бізбен бірге.
en en I love you all.
en en Thank you, Warden.
en en My friend Иван is here.
en en José, I love you.
en ru Я вас люблю, и мне не страшно.
en kk Алға, Қазақстан, біз қорықпаймыз!
en und Да.
"""

CASES = [line.split(" ", 2) for line in SENTENCES.strip().splitlines()]


@pytest.mark.parametrize(("prior", "expected", "sentence"), CASES)
def test_sentence(prior: str, expected: str, sentence: str) -> None:
    assert identify_sentence(sentence, prior) == expected


@pytest.mark.parametrize("prior", ["ru", "kk", "uk", "be", "ky", "en"])
def test_a_passage_s_languages_are_those_of_its_sentences(prior: str) -> None:
    sentences = [sentence for language, _, sentence in CASES if language == prior]
    text = " ".join(sentences)
    spans: list[tuple[int, int]] = []
    for sentence in sentences:
        start = text.index(sentence, spans[-1][1] if spans else 0)
        spans.append((start, start + len(sentence)))
    expected = [language for document, language, _ in CASES if document == prior]
    assert passage_languages(text, spans, prior) == expected


@pytest.mark.parametrize("sentence", ["Халық үшін, алға, Қазақстан!", "Құрметті сот, маған сөз беріңіз."])
def test_a_document_of_unknown_language_leaves_the_sentence_to_itself(sentence: str) -> None:
    assert identify_sentence(sentence, "") == "kk"
    assert passage_languages(sentence, [(0, len(sentence))], "") == ["kk"]


def test_a_document_in_another_language_keeps_it() -> None:
    assert identify_sentence("Ich bin unschuldig.", "de") == "de"
    assert identify_sentence("???", "") == "und"


DOCUMENTS = {
    "ru": "Ваша честь, я не признаю вину. Я вышел на площадь, потому что это моё право, и вы это знаете.",
    "kk": "Құрметті сот! Мен кінәлі емеспін. Біз бейбіт жиынға шықтық, бұл біздің құқығымыз.",
    "uk": "Шановний суде! Я не визнаю провини. Ми вийшли на майдан, бо це наше право, і ви це знаєте.",
    "be": "Паважаны суд! Я не прызнаю сваёй віны. Мы выйшлі, бо гэта наша права, і вы гэта ведаеце.",
    "ky": "Урматтуу сот! Мен күнөөлүү эмесмин. Биз тынч жыйынга чыктык, бул биздин укугубуз.",
    "en": "Your Honour, I am not guilty. We went to the square because this is our right and you know it.",
}


@pytest.mark.parametrize("language", DOCUMENTS)
def test_document(language: str) -> None:
    assert identify_document(DOCUMENTS[language]) == language
    assert identify_document(DOCUMENTS[language] * 40) == language


@pytest.mark.parametrize(
    ("main", "other"), [("ru", "kk"), ("ru", "uk"), ("ru", "en"), ("kk", "ru"), ("uk", "en")]
)
def test_the_main_language_of_a_mixed_document(main: str, other: str) -> None:
    assert identify_document((DOCUMENTS[main] + "\n") * 8 + DOCUMENTS[other]) == main


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2020",
        "…!",
        "Да.",
        "Ich bin unschuldig, und ihr wisst das alle. Wir haben nur unser Recht genutzt.",
        "Аз не съм виновен. Ние излязохме на площада, защото това е нашето право и вие го знаете.",
        "Ja нисам крив. Ми смо изашли на трг, јер је то наше право и ви то знате, браћо.",
        "Хөрмәтле суд! Мин гаепле түгел. Без тыныч җыенга чыктык, бу безнең хокукыбыз.",
        "Би буруугүй. Бид талбай дээр гарсан, учир нь энэ бол бидний эрх, та үүнийг мэднэ.",
        "Я не вінаваты. Это вы преступники. Я не винен. И все это знают. Мы выйшлі. Ми вийшли, мы вышли.",
    ],
)
def test_not_sure(text: str) -> None:
    assert identify_document(text) == ""


def test_the_seed_is_russian_and_its_last_sentence_kazakh() -> None:
    seed = Path(__file__).parents[3] / "shared/data/seed/alnur-ilyashev.md"
    if not seed.exists():
        pytest.skip("the seed lies beside the checkout, not in it")
    body = seed.read_text(encoding="utf-8").split("---\n", 2)[2]
    assert identify_document(body) == "ru"
    paragraphs = [paragraph for paragraph in body.split("\n\n") if paragraph.strip()]
    found = [tag for text in paragraphs for tag in passage_languages(text, split_sentences(text), "ru")]
    assert found == ["ru"] * 56 + ["kk"]
