# `allocution watch` не айтады.

seen-first = { $source }: бірінші рет сақталды.
seen-same = { $source }: бұрынғыдай.
seen-edited = { $source }: ӨЗГЕРГЕН. [-бұрын-] {"{+қазір+}"}:
seen-edited-besides = { $source }: ӨЗГЕРГЕН, бірақ оқылатын сөздерінде емес.
seen-gone = { $source }: ЖОҒАЛҒАН. Бұрын сақталғаны қалады.
seen-withheld = { $source }: вебте енді көрсетілмейді.
seen-unclear = { $source }: сақталды, бірақ сөздері оқылмады. Бұл олар жоқ деген сөз емес.
seen-unreachable = { $source }: қол жеткізілмеді.
looked = { $count ->
    [one] { $count } дереккөз қаралды; өзгергені: { $changed }; қол жетпегені не оқылмағаны: { $missed }.
   *[other] { $count } дереккөз қаралды; өзгергені: { $changed }; қол жетпегені не оқылмағаны: { $missed }.
}
nothing-due = Қарайтын уақыты келген дереккөз жоқ.
