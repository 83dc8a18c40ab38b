# What exporting says, and what is said of each edition.

holds = Holds
loses = Loses
exported = { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
} exported to { $folder }
files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}, { $size ->
    [one] { $size } byte
   *[other] { $size } bytes
}
country-unknown = Country not stated
contents = Contents
fact-speakers = { $count ->
    [one] Speaker
   *[other] Speakers
}
fact-charges = { $count ->
    [one] Charge
   *[other] Charges
}
accessibility-summary = Text with headings, a table of contents and the language of every passage. The cover repeats the title; nothing else is a picture.

text-holds = The words as plain UTF-8 text with a header of what is known; the same in parts that fit one message of Telegram, cut where a sentence ends.
text-loses = Emphasis, links, pictures, corrections, the languages and addresses of sentences.
jsonl-holds = Statements, passages, sentences, people, names, charges, sources and corrections as tables, one JSON object a line, with a Data Package descriptor.
jsonl-loses = Emphasis, links, pictures, inline notes as marks (their text stays); earlier wordings of sentences. The identifiers of people: whoever has an `id` of their own comes back with another.
csv-holds = The same tables as CSV, for spreadsheets.
csv-loses = What jsonl loses; the difference between empty and unknown. A cell that a spreadsheet would take for a formula (it begins with = + - @) has an apostrophe put before it.
tei-holds = A corpus in TEI P5 in the manner of ParlaMint and Parla-CLARIN: a file for each statement with a header (charge, court, stage, sources, rights), utterances, sentences with their languages and the identifiers of their addresses, what happened in the room, gaps, corrections beside what is written; a root with the lists of people, courts and laws.
tei-loses = Earlier wordings of sentences, the nesting of lists and headings, the kinds of shortcodes. A correction that goes over the end of a sentence is cut in two. The title where it says more than who speaks and on what charge, time zones, whether the language is stated or guessed.
parquet-holds = The tables of jsonl by columns, for data frames.
parquet-loses = What jsonl loses.
bibtex-holds = A reference to each statement for BibLaTeX and BibTeX: title, speakers, date, archive, court, address.
bibtex-loses = The words; dates that are approximate, less exact than a year or before our era; what is a surname in a name, as the archive doesn’t say it.
ris-holds = A reference to each statement in RIS.
ris-loses = The words; dates that are approximate, less exact than a year or before our era; which dates are uncertain.
csl-holds = A reference to each statement as CSL-JSON, for citation processors and Zotero.
csl-loses = The words; the meaning of the date; dates that are approximate or an interval stand as words.
conllu-holds = Every sentence in CoNLL-U: tokens, lemmas and parts of speech where the program knows the language, the sentence’s address, language and the speaker’s role.
conllu-loses = What isn’t a sentence (stage notes, gaps that stand alone), emphasis, corrections, line breaks. Lemmas and parts of speech are the likeliest by themselves, out of context; a part of speech that the analyser can’t tell is missing.
vertical-holds = One vertical file for Sketch Engine, NoSketch Engine and CWB: documents with their metadata, paragraphs, sentences, words with lemmas and parts of speech.
vertical-loses = What conllu loses; tabs and line ends in the metadata of documents.
jsonld-holds = Linked data: each statement in schema.org and Dublin Core with its text, people and the archive. Its contexts are in the file, nothing is fetched.
jsonld-loses = Sentences, passages and their addresses, corrections, the stage of proceedings, articles of law.
epub-holds = A book in EPUB 3 with parts by country and year, contents, a cover, notes, the language of each passage; or a book of one statement.
epub-loses = Pictures, the nesting of lists, shortcodes, links that lead nowhere outside of the site; notes of corrections (what was meant stands in brackets).
html-holds = Everything in one HTML file: contents by country and year, each statement with what is known of it, every sentence with an identifier. It opens from a disk and asks nobody for anything.
html-loses = Pictures, the nesting of lists, shortcodes; lists by speaker, charge and law; control characters, for which a sign stands.
bagit-holds = A bag (RFC 8493) for an archive institution: the editions tei, jsonl and text with manifests in SHA-256, and in PREMIS 3 each file with its digest.
bagit-loses = What these editions lose; pictures and other files of the archive. Moments in PREMIS are the day of the last change that a file states.
torrent-holds = The release of bagit as one ZIP file, and a torrent of that by which many can keep it and hand it on. Where the archive’s site offers it, the site is a web seed.
torrent-loses = What bagit loses. A torrent of the whole site as it was signed is made by “allocution torrent”.
sqlite-holds = The tables of jsonl in one SQLite database with an index of all words, as written and as lemmas, which Datasette and any other program with SQLite open and search.
sqlite-loses = What jsonl loses. The index knows the likeliest lemma of each word, and ё and е as two letters.
pdf-holds = Pages for print, A4: one statement for a court’s file (numbered sentences, what is known, its address, the SHA-256 of its text), or a book with contents and parts by country and year, in volumes where it is long. Tagged as PDF/UA-1 has it, fonts embedded.
pdf-loses = Pictures, the nesting of lists, shortcodes, links inside the text, notes of corrections (what was meant stands in brackets). A character that no font of the edition has stands by its number.
pdf-address = Address
pdf-digest = SHA-256 of the text ({ $file } of the edition text)
pdf-key = Releases are signed with
pdf-archive = Archive
pdf-volume = Volume { $number } of { $count }
pdf-statements = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
pdf-a5-holds = The pages of pdf on A5, for reading and for a booklet.
pdf-a5-loses = What the edition pdf loses.
zim-holds = The site’s own pages in one ZIM file for Kiwix: statements, lists, figures, pictures and style, with an index of all words that takes those of the main language to their stems. It opens on a phone without a network.
zim-loses = What needs a server or the whole site: the site’s own search, downloads, feeds, former addresses, the interface in further languages. The index knows one language; ZIM’s title has 30 letters.
zim-description = Last words in court
ftm-holds = Entities of FollowTheMoney, one a line: people, courts, a case of each work with its parties, a document of each statement with its text.
ftm-loses = Sentences, passages and their addresses, corrections, articles of law, the stage of proceedings, rights, which text is a translation; dates that aren’t known for certain or are before our era. Of names longer than 384 and other values longer than 1,024 characters the rest; case numbers longer than 64 and addresses longer than 4,096.
torrent-made = { $file }: info hash { $hash }
tei-ana-holds = The corpus of tei with every sentence taken apart: words with lemmas and parts of speech where the program knows the language, numbers, punctuation marks, and where a space follows.
tei-ana-loses = What tei loses. Lemmas and parts of speech are the likeliest by themselves, out of context; a part of speech that the analyser can’t tell is missing, and there is no syntax.
