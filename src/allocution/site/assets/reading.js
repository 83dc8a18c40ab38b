// Offers to quote what is selected: with its reference, as a link, or to another program. The page needs none of it.
"use strict";

(() => {
  const words = document.querySelector(".words");
  const tools = document.querySelector(".quoting");
  if (!words || !tools) return;

  const share = tools.querySelector('[data-do="share"]');
  share.hidden = !navigator.share;
  let chosen = null;

  const sentenceAt = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".s");

  // The words alone: neither the numbers of sentences nor what the reader has switched off.
  const textOf = (range) => {
    const holder = document.createElement("div");
    holder.append(range.cloneContents());
    const hidden = getComputedStyle(words.querySelector(".sic") || words).display === "none" ? ".sic" : ".corr";
    const both = document.getElementById("both");
    for (const element of holder.querySelectorAll(both && both.checked ? ".n" : `.n, ${hidden}`)) element.remove();
    return holder.textContent.replace(/\s+/g, " ").trim();
  };

  const take = (range) => {
    const first = sentenceAt(range.startContainer) || words.querySelector(".s");
    const text = textOf(range);
    if (!first || !text) return null;
    const page = tools.dataset.address || location.href.split("#")[0];
    return { text, address: `${page}#${first.id}`, box: range.getBoundingClientRect() };
  };

  const show = (found) => {
    chosen = found;
    tools.hidden = !found;
    if (!found) return;
    const room = document.documentElement.clientWidth - tools.offsetWidth - 8;
    const above = found.box.top - tools.offsetHeight - 10;
    const top = above > 0 ? above : found.box.bottom + 10;
    tools.style.left = `${Math.max(8, Math.min(found.box.left, room)) + scrollX}px`;
    tools.style.top = `${top + scrollY}px`;
  };

  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      tools.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    const label = button.textContent;
    button.textContent = tools.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 1500);
  };

  const quotation = () => {
    const { open, close, reference } = tools.dataset;
    return `${open}${chosen.text}${close}\n— ${reference}\n${chosen.address}`;
  };

  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const selection = getSelection();
      if (tools.contains(document.activeElement)) return;
      const inside = selection.rangeCount && !selection.isCollapsed && words.contains(selection.anchorNode);
      show(inside ? take(selection.getRangeAt(0)) : null);
    }, 150);
  });

  words.addEventListener("click", (event) => {
    const number = event.target.closest(".n");
    if (!number) return;
    const range = document.createRange();
    range.selectNodeContents(number.closest(".s"));
    setTimeout(() => show(take(range)), 200);
  });

  tools.addEventListener("mousedown", (event) => event.preventDefault());
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || !chosen) return;
    if (button.dataset.do === "quotation") copy(quotation(), button);
    else if (button.dataset.do === "link") copy(chosen.address, button);
    else navigator.share({ text: quotation() }).catch(() => {});
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") show(null); });
})();
