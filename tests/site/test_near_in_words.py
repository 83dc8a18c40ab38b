from __future__ import annotations

from random import Random
from time import process_time
from timeit import timeit

from hypothesis import given
from hypothesis import strategies as st

from allocution.language.keywords import keywords, unpacked
from allocution.site.near_in_words import NearInWords

FILLER = "говорить честное слово перед судом человек должен просто " * 3


def test_what_few_others_say_makes_statements_near() -> None:
    texts = [
        FILLER + "забастовка нефтяников промысел " * 3,
        FILLER + "выборы бюллетени наблюдатели " * 3,
        FILLER + "забастовке нефтяниками промысла " * 2,
        FILLER + "журналистика цензура редакция " * 3,
    ]
    near = NearInWords([keywords(text) for text in texts])
    assert [near.to(number) for number in range(4)] == [[2], [], [0], []]


def test_forms_of_a_word_are_one() -> None:
    ((_, times),) = unpacked(keywords("репрессий репрессия репрессиями"))
    assert times == 3


@given(st.lists(st.text("абвгде жзи", max_size=200), max_size=8))
def test_nearness_is_mutual_and_never_to_itself(texts: list[str]) -> None:
    near = NearInWords([keywords(text) for text in texts])
    found = [near.to(number) for number in range(len(texts))]
    for number, others in enumerate(found):
        assert number not in others
        assert all(number in found[other] for other in others)


def test_the_work_grows_as_the_archive_does() -> None:
    def packed(count: int) -> list[bytes]:
        random = Random(1)
        words = ["".join(random.choices("абвгдежзик", k=6)) for _ in range(count)]
        return [keywords(" ".join(random.choices(words, k=40) * 2)) for _ in range(count)]

    def seconds(texts: list[bytes]) -> float:
        def compare() -> None:
            near = NearInWords(texts)
            for number in range(len(texts)):
                near.to(number)

        return min(timeit(compare, timer=process_time, number=1) for _ in range(3))

    few, many = packed(400), packed(1600)
    assert seconds(many) < seconds(few) * 4 * 3
