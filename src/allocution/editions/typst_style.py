"""How the edition `pdf` looks: functions of Typst that its markup calls."""

from __future__ import annotations

# Libertinus Serif comes with Typst, and has every letter of Kazakh; the others stand in where it lacks a sign.
FONTS = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono", "New Computer Modern Math")
STYLE = r"""
#let grey = luma(95)
#let small(body) = text(size: 0.82em, body)
#let aside(body) = text(style: "italic", fill: luma(60), body)
#let mono(body) = text(font: "DejaVu Sans Mono", size: 0.82em, body)
#let who(name) = text(weight: "semibold")[#name:#h(0.35em)]
#let mark(label) = [#text(fill: grey, label)#h(0.4em)]
#let meant(words) = text(size: 0.86em, fill: grey)[ \[#words\]]
#let n(number, ..target) = {
  let shown = text(size: 0.6em, fill: grey, baseline: -0.42em, weight: "semibold", number-type: "lining", str(number))
  box(if target.pos().len() == 1 { link(target.pos().at(0), shown) } else { shown })
  "\u{202f}" // a narrow space that no line ends at
}
#let divider = align(center, block(above: 1.4em, below: 1.4em, text(fill: grey)[\*#h(1em)\*#h(1em)\*]))
#let passage(kind, language, long, body) = {
  set text(lang: language)
  set par(linebreaks: if long or book { "simple" } else { "optimized" })
  if kind == "heading" {
    heading(level: inner-level, outlined: false, body)
  } else if kind == "quotation" {
    block(inset: (left: 1.2em), stroke: (left: 0.6pt + luma(150)), par(body))
  } else if kind == "verse" {
    block(inset: (left: 2em), par(justify: false, body))
  } else if kind == "code" {
    block(inset: (left: 1em), par(justify: false, mono(body)))
  } else if kind == "list-item" {
    block(inset: (left: 1.6em), par(body))
  } else if kind == "interruption" {
    block(inset: (left: 2em), par(text(size: 0.95em, body)))
  } else if kind == "stage-note" or kind == "gap" {
    par(aside(body))
  } else if kind == "footnote" {
    par(small(body))
  } else {
    par(body)
  }
}
#let fact(label, values) = (text(fill: grey, label), values.map(v => text(v)).join(linebreak()))
#let hair = line(length: 100%, stroke: 0.4pt + luma(140))
#let proof(rows, language) = block(above: 2.2em, breakable: false, width: 100%)[
  #set text(size: 0.78em, lang: language, hyphenate: false)
  #set par(justify: false, leading: 0.5em)
  #hair
  #v(-0.3em)
  #for (label, value, target) in rows [
    #block(above: 0.7em, below: 0em)[
      #let shown = if value.len() < 40 or value.contains(" ") { value } else { mono(value) }
      #text(fill: grey, label)#h(0.5em)#if target != "" { link(target, value) } else { shown }
    ]
  ]
]
#let running(left, right, language) = {
  set text(size: 0.75em, fill: grey, lang: language, hyphenate: false)
  grid(columns: (1fr, 1.4fr), column-gutter: 1em, align(start, left), align(end, right))
}
// Marks a charge: below it is said how it looks in headings, and how in the contents.
#let charged(charge) = overline(charge)
#let statement(
  part: "", year: "", title: "", charge: "", language: "und", interface: "und", facts: (), notices: (), rows: (), body,
) = {
  set page(header: context if here().page() > 1 or book {
    running(text(archive), text(lang: language, title), interface)
  })
  counter(footnote).update(0)
  if part != "" { heading(level: 1, part) }
  if year != "" { heading(level: 2, year) }
  block(below: 0.9em, above: if book { 0.6em } else { 0em }, {
    set text(lang: language)
    heading(level: statement-level, { title; if charge != "" { charged(charge) } })
  })
  {
    set text(lang: interface, size: 0.9em)
    set par(justify: false, leading: 0.5em)
    for notice in notices { block(inset: (left: 0.8em), stroke: (left: 1.2pt + luma(120)), text(notice)) }
    if facts.len() > 0 {
      v(0.35em)
      hair
      v(-0.3em)
      grid(
        columns: (auto, 1fr), column-gutter: 1.3em, row-gutter: 0.62em,
        ..facts.map(((label, values)) => fact(label, values)).flatten(),
      )
      v(-0.3em)
      hair
    }
  }
  v(0.6em)
  {
    set text(lang: language)
    set par(justify: true)
    body
  }
  proof(rows, interface)
}
#let cover(title, lines, language) = page(header: none, footer: none, numbering: none, {
  set text(lang: language, hyphenate: false)
  set par(justify: false)
  v(28%)
  block(below: 1.4em, width: 78%, text(size: 2.6em, weight: "semibold", title))
  line(length: 4em, stroke: 1.2pt)
  v(0.6em)
  for each in lines { block(above: 0.8em, text(size: 1.1em, fill: luma(60), each)) }
})
#let contents(title) = {
  set text(hyphenate: false)
  set par(justify: false)
  show outline.entry.where(level: 1): set block(above: 1.6em)
  show outline.entry.where(level: 1): set text(weight: "semibold", size: 1.1em)
  show outline.entry.where(level: 2): set block(above: 0.9em)
  show outline.entry.where(level: 2): set text(fill: grey)
  show overline: it => [ · #it.body]
  outline(title: title, depth: 3, indent: n => (0em, 0em, 1em).at(n))
  pagebreak()
}
#let setting(body) = {
  set page(
    paper: paper, margin: margins, numbering: "1",
    footer: context align(center, text(size: 0.8em, fill: grey,
      if book { counter(page).display("1") } else { counter(page).display("1 / 1", both: true) })),
  )
  set text(font: fonts, fallback: false, size: size, lang: language, hyphenate: true, fill: luma(15))
  set par(leading: 0.68em, spacing: 0.95em)
  show overline: it => block(
    above: 0.55em, text(size: 0.76em, weight: "regular", style: "italic", fill: luma(50), it.body))
  show link: set text(fill: rgb("#1f3a5f"))
  show heading: set text(weight: "semibold", hyphenate: false)
  show heading: set par(justify: false, leading: 0.5em)
  show heading.where(level: 1): set text(size: if book { 1.5em } else { 1.55em })
  show heading.where(level: 1): set block(below: 0.9em)
  show heading.where(level: 2): it => block(
    below: 1em, if book { text(size: 1.05em, fill: grey, it.body) } else { text(size: 1.05em, it.body) })
  show heading.where(level: 3): set text(size: 1.45em)
  show heading.where(level: 4): set text(size: 1.02em)
  body
}
"""
