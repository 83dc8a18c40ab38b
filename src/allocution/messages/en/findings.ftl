# What is wrong, and under -hint what to do about it. A message has no more than 160 characters.

## Files and folders

unreadable = This file can’t be opened: { $problem }.
unreadable-hint = See whether it is still there and whether you are allowed to read it.
file-too-large = This file has { $size } bytes; more than { $most } are not read.
file-too-large-hint = Make several files of it. Pictures and recordings belong beside the text, not inside it.
folder-too-deep = Too many folders lie one inside another; what is in here is not read.
folder-too-deep-hint = Move it nearer to the top. A link that leads back to a folder around it should be deleted.
link-out-of-archive = This link leads out of the archive and is not followed.
link-out-of-archive-hint = Put the file itself here instead of the link.
name-unusable = This name has a character that no name in an archive may have.
name-unusable-hint = Rename it, with letters, digits, hyphens and dots.
name-too-long = The page’s address has a part of more than 255 bytes, which no disk takes; the page is left out.
name-too-long-hint = Give it a shorter “slug” or “url”, or the file a shorter name.
not-a-file = This is neither a file nor a folder, and is left out.
not-a-file-hint = If it isn’t needed in the archive, delete it.

## A file’s text and its front matter

encoding = This file isn’t in UTF-8: the byte { $byte } can’t stand here.
encoding-hint = Open it in the encoding it was written in, often Windows-1251, and save it as UTF-8.
control-character = The character { $character } stands here, which no text may have.
control-character-hint = Delete it. If there are many, the file is damaged or in UTF-16: save it as UTF-8.
front-matter-unclosed = The front matter begins with { $fence } and has no end.
front-matter-unclosed-hint = Put a line with nothing but { $fence } after its last field.
front-matter-broken = The front matter can’t be read from here on: { $problem }.
front-matter-broken-hint = Look at the line above too. A value with a colon or a quotation mark needs quotation marks around it.
front-matter-too-large = The front matter is too large or too deep: { $size }; no more than { $most } is read.
front-matter-too-large-hint = Move long texts below the front matter, and put fewer lists inside lists.
front-matter-not-mapping = The front matter is { $found ->
    [list] a list
    [str] a plain text
   *[other] a single value ({ $found })
}, not fields with values.
front-matter-not-mapping-hint = Write each field on a line of its own, such as title: "Name Surname (charge)".

## The fields of a statement

wrong-type = The field “{ $key }” can’t be read. Expected: { $expected ->
    [text] a text
   *[other] { $expected }
}.
wrong-type-hint = Write the field as the reference page on front matter shows it.
list-too-long = The list “{ $key }” has more than { $most } entries.
list-too-long-hint = Check whether something was copied twice; a statement with so many can’t be shown.
not-in-vocabulary = The field “{ $key }” can’t have the value “{ $value }”.
not-in-vocabulary-hint = Write one of these: { $known }.
date-impossible = The field “{ $key }” has no date that can be read or that exists: “{ $value }”.
date-impossible-hint = { $key ->
    [date] Write a day, 2020-06-22, or a day and time, 2020-06-22T13:01:00+06:00.
   *[other] Write as much as is known: 2020-06-22, 2020-06 or 2020; “about 2020” is 2020~, “perhaps 2020” is 2020?.
}
unknown-key = In the field “{ $key }” an entry has the key “{ $unknown }”, which isn’t known and isn’t read.
unknown-key-hint = Perhaps it is a typing error. An entry may have: { $known }.

## The body

body-character = Half of a character stands here; it is shown as �.
body-character-hint = Type the character anew, or copy the text from its source once more.
too-much-markup = Marks and ends of lines and sentences in the text: { $marks }; a text with more than { $most } isn’t read.
too-much-markup-hint = A file that is damaged, or that a program put together wrongly, looks like that. Take out the marks, or make several files of it.
nesting-too-deep = Quotations, lists or emphasis are more than { $limit } deep; what is deeper is shown less deep.
nesting-too-deep-hint = No words are lost. Look for > or * signs that were left by accident.
link-unsafe = This link or picture isn’t shown as one, because its address is empty or of an unsafe kind: “{ $address }”.
link-unsafe-hint = Use an address that begins with https:// or http://, or a path inside the archive.
html-script = The HTML tag “{ $tag }” is left out with all that is in it: no page may have scripts or styles of its own.
html-script-hint = Delete it. If it showed something that belongs to the statement, write that as text.
html-dropped = The HTML tag “{ $tag }” is left out; the text inside it stays.
html-dropped-hint = If it matters, write it in Markdown. In place of a player or a map put a link.
html-unknown = “{ $tag }” stands between < and > but is no HTML tag; it is shown as it is written.
html-unknown-hint = If that is what you want, there is nothing to do. Else correct the tag.
shortcode-malformed = A shortcode begins here that can’t be read; it is shown as it is written.
shortcode-malformed-hint = See whether its brackets and quotation marks are all closed.
shortcode-unmatched = Of the shortcode “{ $name }” there is only the beginning or only the end.
shortcode-unmatched-hint = Add the half that is missing, or delete the one that is there.
shortcode-unknown = The shortcode “{ $name }” isn’t known and shows nothing; the text inside it stays.
shortcode-unknown-hint = See whether its name is right. Write what it would have shown as text or as a link.

## Records of addresses

custody-broken = The custody log isn’t as it was written ({ $reason ->
    [chain] the line before it is another one
    [number] lines are missing, repeated or out of order
    [end] the log ends otherwise than its head says
    [unfinished] it has no end
   *[other] it can’t be read
}).
custody-broken-hint = Until it is restored from a copy of the archive, its captures aren’t shown.
words-uncaptured = Of { $all } sentences, the captures of the sources hold { $found } word for word; { $differing } are worded otherwise there, { $nowhere } are in none.
words-uncaptured-hint = “allocution coverage” says which. Compare them, or capture and name the sources that hold them.
withheld-unlogged = The custody log doesn’t tell that this file withholds something of captured sources ({ $count }).
withheld-unlogged-hint = “allocution captures withheld” adds that to the log: the kind and the reason, never what is withheld.
address-in-words = An address stands among the words, and outputs that are to have none have it, too: “{ $address }”.
address-in-words-hint = Words aren’t changed by themselves. To keep it in, withhold it as text, in front matter.
addresses-format-unknown = This record of addresses may come from a newer version of the program: “{ $line }”.
addresses-format-unknown-hint = Use the newest version, so that no link to a sentence is lost.
addresses-conflict = Git has left the mark of a conflict here: “{ $line }”. The lines of both sides are read.
addresses-conflict-hint = Delete the lines with such marks and keep all others.
addresses-damaged = This line of addresses is damaged: “{ $line }”. What is legible in it is read.
addresses-damaged-hint = Take the line from an earlier version in git; these lines aren’t written by hand.
addresses-repeated = The address { $identifier } stands in this record more than once; it counts once.
addresses-repeated-hint = Take the file from an earlier version in git, or delete the line that is too much.

## The archive as a whole

terms-alike = “{ $first }” and “{ $second }” would have the same address; the second has “{ $slug }”.
terms-alike-hint = If they are the same, write them alike in every file.

## Pages as Hugo sees them

hugo-same-page = This file would be the page { $page }, which { $used } is already; it isn’t read.
hugo-same-page-hint = Rename one of the two files, or delete the one that isn’t needed.
hugo-address-taken = This page would have the address { $address }, which { $other } has already.
hugo-address-taken-hint = Give one of the two another “slug” or “url”.
hugo-content-format = Files of the kind “{ $format }” aren’t read; this one is left out.
hugo-content-format-hint = Make a Markdown file of it, with a name that ends in .md.
hugo-bad-date = The field “{ $key }” isn’t a date that can be read: “{ $value }”.
hugo-bad-date-hint = Write 2020-06-22 or 2020-06-22T13:01:00+06:00. If it says from when or until when to publish, the page stays out.
hugo-doubtful-draft = “draft” is “{ $value }”, neither true nor false. To be safe, the page isn’t published.
hugo-doubtful-draft-hint = Write draft: false to publish it, or draft: true.
hugo-bad-address = The field “url” has something that can’t be part of an address in this site: “{ $value }”.
hugo-bad-address-hint = Write a path such as /statements/name-surname/, without https:// and the site’s name.
hugo-bad-alias = The field “aliases” has something that can’t be an earlier address in this site: “{ $value }”.
hugo-bad-alias-hint = Write a path such as /statements/earlier-name/, without https:// and the site’s name.

## The configuration

configuration-encoding = This configuration file isn’t in UTF-8 and isn’t used: the byte { $byte } can’t stand here.
configuration-encoding-hint = Open it in the encoding it was written in, often Windows-1251, and save it as UTF-8.
configuration-control-character = This configuration file isn’t used: the character { $character } stands here, which no text may have.
configuration-control-character-hint = Delete it. If there are many, the file is damaged or in UTF-16: save it as UTF-8.
configuration-front-matter-unclosed = This configuration file isn’t used: it begins with { $fence } and has no end.
configuration-front-matter-unclosed-hint = Write it in the format that the end of its name says; for .json that is { "{" } … { "}" }.
configuration-front-matter-broken = This configuration file isn’t used; it can’t be read from here on: { $problem }.
configuration-front-matter-broken-hint = Look at the line above too: at brackets, quotation marks and the blanks at its beginning.
configuration-front-matter-too-large = This configuration file isn’t used: too large or too deep ({ $size }; no more than { $most }).
configuration-front-matter-too-large-hint = Divide it into several files in config/_default/, or put fewer lists inside lists.
configuration-front-matter-not-mapping = This configuration file isn’t used: it holds { $found ->
    [list] a list
    [str] a plain text
   *[other] a single value ({ $found })
}, not settings with values.
configuration-front-matter-not-mapping-hint = Write each setting with its name, such as title: "Last words".
hugo-configuration-ignored = This configuration file isn’t used; { $used } is used instead.
hugo-configuration-ignored-hint = Move what you need into one of the two files and delete the other.
hugo-default-language-missing = The main language “{ $language }” isn’t among the site’s languages; “{ $used }” is taken for it.
hugo-default-language-missing-hint = Set defaultContentLanguage to one of the languages that the site has.
hugo-bad-setting = The setting “{ $key }” isn’t used, because this in it can’t be understood: “{ $value }”.
hugo-bad-setting-hint = Compare it with what Hugo’s documentation says about this setting.
hugo-bad-pattern = The setting “{ $key }” has a pattern that can’t be read and isn’t used: “{ $value }”.
hugo-bad-pattern-hint = It has to be a regular expression. Look at its brackets and backslashes.
hugo-bad-time-zone = There is no time zone named “{ $value }”; UTC is used.
hugo-bad-time-zone-hint = Write a name such as Asia/Almaty.
setting-unknown = Allocution has no setting “{ $key }”; it isn’t used.
setting-unknown-hint = { $known ->
    [none] docs/reference/settings.md lists the settings under “params.allocution”.
   *[other] Perhaps “{ $known }” was meant.
}
setting-unusable = The setting “{ $key }” isn’t used: it has a value of another kind.
setting-unusable-hint = It takes: { $expected }.

## Law files

law-unreadable = This law file can’t be read: { $problem }.
law-unreadable-hint = Compare it with a law file that comes with the program.
law-number-invalid = “{ $number }” can’t be the number of an article.
law-number-invalid-hint = Write digits, if need be with a point or a hyphen: 274, 205.2 or 110-2.
law-number-repeated = Article { $number } stands in this law more than once.
law-number-repeated-hint = Join the entries, or correct the number of one of them.
law-subject-unknown = Article { $number } has the subject “{ $subject }”, which isn’t among those known.
law-subject-unknown-hint = The documentation on laws names the subjects.
law-language-unknown = In { $number } the language “{ $language }” isn’t written as a language tag.
law-language-unknown-hint = Write a tag such as ru, kk or en.
law-date-invalid = In { $number } the date “{ $date }” doesn’t exist, or the end comes before the beginning.
law-date-invalid-hint = Write 2015, 2015-01 or 2015-01-01, and the end after the beginning.

## Found by allocution check

key-unknown = The field “{ $key }” isn’t known; it isn’t read.
key-unknown-hint = { $likely ->
    [none] If it is the archive’s own, leave it; else see docs/reference/fields.md for the fields.
   *[other] Perhaps “{ $likely }” was meant.
}
key-repeated = The key “{ $key }” stands here more than once; only the last one is read.
key-repeated-hint = Keep one of them: what the others say is lost.
speaker-missing = Nothing says who made this statement.
speaker-missing-hint = Add “speakers:”, or begin the title with the name: “Name Surname (charge)”.
charge-ambiguous = The charge “{ $wording }” leaves open which article it is, or which part of one; it may be: { $candidates }.
charge-ambiguous-hint = Say which in “charges:” (law, article, part), or add “jurisdiction:”. What isn’t known may stay so.
charge-part-unknown = The charge “{ $wording }” doesn’t say which of the { $parts } parts of { $article } it is.
charge-part-unknown-hint = If a source says it, add “part:” to the charge; if none does, leave it unknown.
source-missing = Nothing says where this text is from.
source-missing-hint = Add “sourcelink:” or “sources:”: an address, or a description where there is none.
source-malformed = The source “{ $address }” is no address.
source-malformed-hint = Write the whole address (https://…); a description belongs into “title:” of the source.
source-too-small = The text has { $units } UTF-16 units, more than the { $most } that its source holds (Telegram posts: { $posts }).
source-too-small-hint = Part of the words must be from elsewhere: name the other posts in “sources:”.
time-zone-unknown = There is no time zone named “{ $value }”.
time-zone-unknown-hint = Write a name such as Asia/Almaty; until then nobody checks the offset of times.
offset-not-of-zone = The offset { $offset } isn’t that of { $zone } on that day, which was { $had }.
offset-not-of-zone-hint = Check the time and the zone; the offset is kept as it is written.
language-unknown = The language isn’t stated, and the words don’t tell it.
language-unknown-hint = Add “language:” with its tag, such as ru, kk, uk.
language-undeclared = The language isn’t stated; by the words it is “{ $language }”.
language-undeclared-hint = Others of the archive state theirs: add “language: { $language }” if that is right.
mojibake = “{ $written }” looks like a text that was read in a wrong encoding; probably “{ $likely }”.
mojibake-hint = Copy the text from its source once more, or take the likely wording.
mixed-alphabets = In “{ $word }” there are both Latin and Cyrillic letters that look alike.
mixed-alphabets-hint = Type the word anew in one alphabet; search doesn’t find it as it is.
invisible-character = Here is a character that nobody sees: { $character }.
invisible-character-hint = Delete it; it divides words for search and for copying.
double-space = Here is more than one space between two words.
double-space-hint = Leave one; --fix does so.
dash-for-hyphen = In “{ $word }” there is a dash where a hyphen belongs.
dash-for-hyphen-hint = Put a hyphen; --fix does so.
duplicate-statement = The words are the same as those of { $other }.
duplicate-statement-hint = Delete one of the files; if it is a translation, name it like its original (x.en.md).
nearly-duplicate-statement = Most sentences are the same as those of { $other }.
nearly-duplicate-statement-hint = Compare the two; keep the one that is nearer to its source, or say how they differ.
translation-alone = This is a translation, and its original isn’t in the archive.
translation-alone-hint = Add the original under the same name (x.md beside x.en.md), if you have it.
translation-older = The original { $original } was changed after this translation.
translation-older-hint = Compare them, bring the translation up to date, and set its “lastmod:”.
link-broken = The link “{ $address }” leads to nothing in the archive.
link-broken-hint = Correct the address, or add the page or the file.
people-alike = “{ $first }” and “{ $second }” may be one person.
people-alike-hint = If so, write the name alike or give both the same “id:”; if not, give each an “id:” of their own.
name-shared = “{ $name }” is named here and, a lifetime apart, in { $other }: perhaps two people.
name-shared-hint = If they are two, give each an “id:” of their own under “speakers:”.
withhold-reason = Entry { $entry } of “withhold” gives no known reason: “{ $value }”.
withhold-reason-hint = Write “reason:” with one of: { $known }.
withhold-malformed = What entry { $entry } of “withhold” asks for can’t be told; the file isn’t published.
withhold-malformed-hint = Give one of name, text, field, source or “statement: true”, then reason and, if need be, until.
withhold-unmatched = What entry { $entry } of “withhold” names stands nowhere here; the file isn’t published.
withhold-unmatched-hint = Write it as it stands in the file, a name in the nominative; or remove the entry.
withhold-unclosed = A passage to withhold has no beginning or no end; the file isn’t published.
withhold-unclosed-hint = Put it between {"{{<"} withhold reason="…" {">}}"} and {"{{<"} /withhold {">}}"}.
withhold-misplaced = “{ $key }” withholds nothing here; the file isn’t published.
withhold-misplaced-hint = Write “withhold:” into each file it is about: it isn’t handed down.
withhold-in-path = The file’s name gives away what entry { $entry } of “withhold” withholds; it isn’t published.
withhold-in-path-hint = Give the file another name: it is part of addresses.
withheld-leaked = { $output } gives away what this file withholds ({ $what }); nothing was published.
withheld-leaked-hint = Withhold it in the file that this output is made from, too, or remove it there.
theme-file-unknown = A theme has no file of this name; it isn’t used.
theme-file-unknown-hint = A theme may hold style.css, logo.svg (or .png, .webp), wording/LANGUAGE.ftl and templates/NAME.html.
theme-template-broken = The template can’t be read ({ $problem }).
theme-template-broken-hint = Correct it, or take the file away: then the program’s own template holds.
theme-wording-broken = The message can’t be read.
theme-wording-broken-hint = A message is a line “name = text”; see the program’s own catalogue for the names.
edition-forbidden = The rights of this statement forbid the edition { $edition }; it isn’t in it.
edition-forbidden-hint = Where the author agrees now, take the edition out of “notInEditions:”; --anyway exports it all the same.
edition-one-author = The edition { $edition } would gather speeches of one author, { $speaker }; it isn’t made.
edition-one-author-hint = A collection of one author’s speeches needs the author’s consent. Where it is given, use --anyway, or “editionsAnyway”.
selection-misunderstood = The query { $query } of the selection “{ $name }” isn’t taken as it is typed.
selection-misunderstood-hint = Try it with “allocution search”, which says how it is understood.
selection-empty = The selection “{ $name }” has no statement: nothing answers { $query }.
selection-empty-hint = Write the query as the search takes it, or take the selection out of the configuration.
