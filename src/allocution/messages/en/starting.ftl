# What stands in the files of a new archive.

about-settings = The archive’s settings. They are Hugo’s: hugo builds it too, and Allocution reads the same file.
about-address = The site’s own address, for feeds and the sitemap. The pages themselves work anywhere.
about-language = The language of the site, and of texts that don’t say theirs. For several: [languages.ru], [languages.kk] …
about-own = What Allocution alone reads; docs/reference/settings.md lists it.
about-search = A search page, which needs no server.
about-editions = The whole archive to take along, on a page of downloads; “allocution export --list” names every form.
about-lexicon = Names, parties and terms that no dictionary has, one a line; “allocution proofread --know WORD” adds to them.
statements = Last words
