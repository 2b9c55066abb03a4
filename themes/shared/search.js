// The search page's script: finds entries of this site by words, in the reader's browser.
//
// It asks this site alone for parts of an index that was built with it, and the notes it shows for
// the words around what was found. How words are made of text is what Sources/Search does, how the
// files are laid out is said in WordShard.swift and SearchFiles.swift there.
"use strict";

(() => {
  const form = document.querySelector("form[data-search]");
  if (!form) return;
  const input = form.querySelector("input");
  const status = document.getElementById("search-status");
  const results = document.getElementById("search-results");
  const more = document.getElementById("search-more");
  const template = document.getElementById("search-result");

  const pageSize = 10;
  const tableURL = new URL(form.dataset.search, location.href);

  // Words

  // Accents of European scripts, points of Hebrew and Arabic, and what only tells where to break.
  const leftOut = new RegExp(
    "[\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670" +
    "\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u1ab0-\\u1aff\\u1dc0-\\u1dff" +
    "\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\u00ad\\u200c-\\u200f\\u2060\\ufeff]");
  const isMark = /\p{M}/u;
  const isLetter = /[\p{L}\p{N}]/u;
  // Thai, Lao, Burmese, Khmer, kana and Han.
  const isSpaceless = new RegExp(
    "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3041-\\u30ff\\u31f0-\\u31ff" +
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}]", "u");
  const spellings = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ĸ": "k",
    "ł": "l", "ŧ": "t", "þ": "th", "ς": "σ",
  };
  const wordLength = 32;
  const letterLength = 8;
  const folded = new Map();

  const kindOf = (letter) => {
    if (isMark.test(letter)) return "mark";
    if (!isLetter.test(letter)) return "separator";
    return isSpaceless.test(letter) ? "spaceless" : "letter";
  };

  // A character as letters without case and accents, each with its kind.
  function fold(character) {
    const known = folded.get(character);
    if (known) return known;
    const pieces = [];
    for (const part of character.normalize("NFKD")) {
      if (leftOut.test(part)) continue;
      for (const small of part.toLowerCase()) {
        if (leftOut.test(small)) continue;
        for (const letter of spellings[small] || small) pieces.push([letter, kindOf(letter)]);
      }
    }
    folded.set(character, pieces);
    return pieces;
  }

  // The words of a text with their places. In scripts without spaces, each two letters are one,
  // and the last letter is one by itself, a tail.
  function wordsOf(text) {
    const words = [];
    let word = "", start = 0, end = 0, letters = 0, second = 0, secondStart = 0, spaceless = false;
    const push = (more) => words.push({ word, start, end, spaceless, ...more });
    const pushPair = () => {
      push({ head: secondStart });
      word = word.slice(second);
      start = secondStart;
      second = 0;
    };
    const flush = () => {
      if (word) {
        const isTail = second > 0;
        if (isTail) pushPair();
        push({ isTail });
      }
      word = "";
      letters = second = 0;
      spaceless = false;
    };
    const append = (letter, limit, from) => {
      if (!word) start = from;
      if (letters < limit) {
        word += letter;
        letters += 1;
      }
    };
    let at = 0;
    for (const character of text) {
      const from = at;
      at += character.length;
      for (const [letter, kind] of fold(character)) {
        if (kind === "separator") {
          flush();
          continue;
        }
        if (kind === "letter") {
          if (spaceless) flush();
          append(letter, wordLength, from);
        } else if (kind === "mark") {
          append(letter, spaceless ? letterLength : wordLength, from);
        } else {
          if (!spaceless) flush();
          spaceless = true;
          if (second > 0) pushPair();
          second = word.length;
          secondStart = from;
          letters = 0;
          append(letter, letterLength, from);
        }
        end = at;
      }
    }
    flush();
    return words;
  }

  // What is looked for: words, of which those that are being typed need only begin so. Words in
  // quotation marks are meant as they stand.
  function termsOf(query) {
    const terms = new Map();
    const parts = query.split(/["“”„«»]/);
    parts.forEach((part, index) => {
      const isQuoted = index % 2 === 1;
      const words = wordsOf(part).filter((word) => !word.isTail);
      words.forEach((word, place) => {
        const isSingle = word.spaceless && word.head === undefined;
        const isTyped = index === parts.length - 1 && place === words.length - 1
          && word.end === part.length && [...word.word].length > 1;
        const isStart = isSingle || (isTyped && !word.spaceless && !isQuoted);
        terms.set(word.word, { word: word.word, isStart });
      });
    });
    return [...terms.values()].slice(0, 12);
  }

  // The index

  const loading = new Map();

  function load(name, read) {
    if (!loading.has(name)) {
      const promise = fetch(new URL(name, tableURL)).then((response) => {
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return read(response);
      });
      // What failed once may succeed later.
      promise.catch(() => loading.delete(name));
      loading.set(name, promise);
    }
    return loading.get(name);
  }

  const json = (response) => response.json();
  const shard = (response) => response.arrayBuffer().then(readShard);

  function reader(bytes) {
    let at = 0;
    return {
      get isAtEnd() { return at >= bytes.length; },
      number() {
        let number = 0, factor = 1, byte;
        do {
          byte = bytes[at++];
          number += (byte & 127) * factor;
          factor *= 128;
        } while (byte > 127);
        return number;
      },
      take(count) { return bytes.subarray(at, at += count); },
    };
  }

  function readShard(buffer) {
    const input = reader(new Uint8Array(buffer));
    const decoder = new TextDecoder();
    const words = new Map();
    let word = [];
    while (!input.isAtEnd) {
      word = [...word.slice(0, input.number()), ...input.take(input.number())];
      const count = input.number();
      words.set(decoder.decode(new Uint8Array(word)), { count, list: input.take(input.number()) });
    }
    return words;
  }

  // In the order of Unicode, which that of JavaScript is not.
  function isBefore(a, b) {
    const [x, y] = [[...a], [...b]];
    const place = x.findIndex((letter, index) => letter !== y[index]);
    if (place < 0) return x.length < y.length;
    return place < y.length && x[place].codePointAt(0) < y[place].codePointAt(0);
  }

  // The most shards that are loaded for words of which only the start is known.
  const mostShards = 4;

  // How much each entry has to do with a term, by entry.
  async function weightsOf(term, table) {
    const after = table.words.findIndex(([first]) => isBefore(term.word, first));
    const last = (after < 0 ? table.words.length : after) - 1;
    let end = last + 1;
    while (end < table.words.length && table.words[end][0].startsWith(term.word)) end += 1;
    // The shard before may end with the word, and the ones after go on with what begins so.
    const isStart = term.isStart && end - Math.max(last, 0) <= mostShards;
    const names = table.words.slice(Math.max(last, 0), isStart ? end : last + 1);
    const weights = new Map();
    for (const words of await Promise.all(names.map(([, name]) => load(name, shard)))) {
      for (const [word, { list }] of words) {
        if (word !== term.word && !(isStart && word.startsWith(term.word))) continue;
        const share = word === term.word ? 1 : 0.7;
        const input = reader(list);
        let entry = -1;
        while (!input.isAtEnd) {
          const number = input.number();
          entry += Math.floor(number / 16);
          const weight = share * weightOf(number % 16);
          if (weight > (weights.get(entry) || 0)) weights.set(entry, weight);
        }
      }
    }
    return weights;
  }

  // Text alone comes to 2, a heading or topic to about 3, a title to about 10.
  function weightOf(steps) {
    if (steps < 6) return steps * 0.4;
    return steps < 10 ? 2.6 + (steps - 6) * 0.3 : 8 + (steps - 10) * 0.4;
  }

  // The entries with all terms; where none has them all, those with the most.
  async function find(terms) {
    const table = await load(tableURL.href, json);
    const found = await Promise.all(terms.map((term) => weightsOf(term, table)));
    const scores = new Map();
    for (const weights of found) {
      const rarity = Math.log(1 + (table.count - weights.size + 0.5) / (weights.size + 0.5));
      for (const [entry, weight] of weights) {
        const score = scores.get(entry) || { entry, terms: 0, sum: 0 };
        score.terms += 1;
        score.sum += weight * rarity;
        scores.set(entry, score);
      }
    }
    let entries = [...scores.values()];
    const hasAll = entries.some((score) => score.terms === terms.length);
    if (hasAll) entries = entries.filter((score) => score.terms === terms.length);
    entries.sort((a, b) => b.terms - a.terms || b.sum - a.sum || a.entry - b.entry);
    return { table, hasAll, entries: entries.map((score) => score.entry) };
  }

  // The places of a text that a search has found.
  function hitsIn(words, terms) {
    const hits = [];
    for (const { word, start, end, head } of words) {
      const term = terms.find((term) => word === term.word
        || (term.isStart && word.startsWith(term.word)));
      if (!term) continue;
      const isHead = head !== undefined && word !== term.word;
      hits.push({ term, start, end: isHead ? head : end });
    }
    return hits;
  }

  // Puts a text into an element, with what was found marked.
  function write(element, text, hits) {
    element.textContent = "";
    let at = 0;
    for (const { start, end } of hits) {
      const from = Math.max(start, at);
      if (end <= from) continue;
      if (from > at) element.append(text.slice(at, from));
      // Neighbours, as the letters of Chinese, are one mark.
      const last = element.lastChild;
      if (from === at && last && last.nodeName === "MARK") {
        last.textContent += text.slice(from, end);
      } else {
        const mark = document.createElement("mark");
        mark.textContent = text.slice(from, end);
        element.append(mark);
      }
      at = end;
    }
    element.append(text.slice(at));
  }

  // Snippets, from the page of the note itself

  const snippetBefore = 60;
  const snippetLength = 220;

  const page = (response) => response.text().then((text) =>
    new DOMParser().parseFromString(text, "text/html"));

  const isWithinLine = new Set(
    ("A ABBR B BDI BDO CITE CODE DATA DEL DFN EM I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB " +
      "SUP TIME U VAR WBR").split(" "));

  function textOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(node.nodeName)) return "";
    if (node.nodeName === "IMG") return ` ${node.alt} `;
    const text = Array.from(node.childNodes, textOf).join("");
    return isWithinLine.has(node.nodeName) ? text : ` ${text} `;
  }

  // The text of an entry: of an update, what follows its heading up to the next.
  function entryText(document, fragment) {
    const heading = fragment && document.getElementById(decodeURIComponent(fragment));
    if (!heading) {
      return textOf(
        document.querySelector(".e-content") || document.querySelector("main") || document.body);
    }
    let text = "";
    for (let node = heading.nextSibling; node; node = node.nextSibling) {
      if (/^H[12]$/.test(node.nodeName)) break;
      text += textOf(node);
    }
    return text;
  }

  // The stretch of a text with the most of the terms.
  function stretch(words, hits, length) {
    let best = hits[0], most = 0;
    hits.forEach((hit, index) => {
      const near = new Set();
      for (let next = index; next < hits.length; next += 1) {
        if (hits[next].end > hit.start + snippetLength - snippetBefore) break;
        near.add(hits[next].term);
        if (near.size === terms.length) break;
      }
      if (near.size > most) [best, most] = [hit, near.size];
    });
    const from = best ? Math.max(0, best.start - snippetBefore) : 0;
    const first = words.find((word) => word.start >= from);
    const start = first ? first.start : 0;
    if (length <= start + snippetLength) return [start, length];
    const last = words.findLast((word) => word.end <= start + snippetLength);
    return [start, Math.max(last ? last.end : start, best ? best.end : start)];
  }

  async function writeSnippet(element, href) {
    const url = new URL(href, location.href);
    const fragment = url.hash.slice(1);
    url.hash = "";
    const text = entryText(await load(url.href, page), fragment).replace(/\s+/g, " ").trim();
    const words = wordsOf(text);
    const [start, end] = stretch(words, hitsIn(words, terms), text.length);
    const part = (start > 0 ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
    write(element, part, hitsIn(wordsOf(part), terms));
  }

  const watcher = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      // A result is worth showing without it.
      writeSnippet(target, target.dataset.snippet).catch(() => {});
    }
  });

  // The page

  let terms = [];
  let entries = [];
  let table = null;
  let run = 0;

  function say(words, count) {
    status.textContent = words.replace("{count}", count.toLocaleString(document.documentElement.lang));
  }

  function clear() {
    watcher.disconnect();
    results.textContent = "";
    results.hidden = true;
    more.hidden = true;
  }

  function item([title, href, date = "", dateText = "", project = "", language = ""]) {
    const item = template.content.firstElementChild.cloneNode(true);
    const part = (name) => item.querySelector(`[data-${name}]`);
    if (language) item.lang = language;
    const link = part("title");
    link.href = href;
    write(link, title, hitsIn(wordsOf(title), terms));
    const time = part("date");
    if (date) time.dateTime = date;
    time.textContent = dateText;
    write(part("project"), project, hitsIn(wordsOf(project), terms));
    part("snippet").dataset.snippet = href;
    return item;
  }

  // Shows the next results; gives the first of them.
  async function showMore(current) {
    const from = results.childElementCount;
    const next = entries.slice(from, from + pageSize);
    const rows = await Promise.all(next.map(async (entry) => {
      const list = await load(table.entries[Math.floor(entry / table.listSize)], json);
      return list[entry % table.listSize];
    }));
    if (current !== run) return null;
    if (from === 0) clear();
    const items = rows.map(item);
    results.append(...items);
    results.hidden = items.length === 0;
    more.hidden = results.childElementCount >= entries.length;
    for (const item of items) watcher.observe(item.querySelector("[data-snippet]"));
    return items[0];
  }

  // Looks for what stands in the field; gives the first result.
  async function search() {
    const current = ++run;
    const query = input.value.trim();
    const wanted = termsOf(query);
    try {
      const found = wanted.length ? await find(wanted) : null;
      if (current !== run) return null;
      clear();
      terms = wanted;
      entries = found ? found.entries : [];
      if (!found) {
        status.textContent = "";
        return null;
      }
      table = found.table;
      const first = entries.length ? await showMore(current) : null;
      if (current !== run) return null;
      if (!entries.length) say(form.dataset.none, 0);
      else say(found.hasAll ? form.dataset.found : form.dataset.some, entries.length);
      return first;
    } catch (error) {
      if (current !== run) return null;
      clear();
      status.textContent = form.dataset.failed;
      console.error(error);
      return null;
    }
  }

  // The address says what is looked for. Typing changes it; what was once looked at stays in the
  // browser's history.
  function remember(isFinal) {
    const url = new URL(location.href);
    const query = input.value.trim();
    if (query) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    const state = { isFinal };
    if (history.state && history.state.isFinal && url.href !== location.href) {
      history.pushState(state, "", url);
    } else {
      history.replaceState(state, "", url);
    }
  }

  function recall() {
    input.value = new URL(location.href).searchParams.get("q") || "";
    search();
  }

  let pause = 0;

  input.addEventListener("input", (event) => {
    clearTimeout(pause);
    if (event.isComposing) return;
    pause = setTimeout(() => {
      remember(false);
      search();
    }, 120);
  });

  input.addEventListener("compositionend", () => input.dispatchEvent(new Event("input")));

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    remember(true);
    const first = await search();
    if (first) first.querySelector("a").focus();
  });

  more.addEventListener("click", async () => {
    try {
      const first = await showMore(run);
      if (first) first.querySelector("a").focus();
    } catch (error) {
      status.textContent = form.dataset.failed;
      console.error(error);
    }
  });

  // Escape begins anew; the arrows go from result to result.
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = Array.from(results.querySelectorAll("[data-title]"));
    const place = links.indexOf(document.activeElement);
    const isHere = place >= 0 || document.activeElement === input;
    if (event.key === "Escape" && (isHere || form.contains(document.activeElement))) {
      event.preventDefault();
      clearTimeout(pause);
      input.value = "";
      remember(false);
      search();
      input.focus();
    } else if (event.key === "ArrowDown" && isHere && place + 1 < links.length) {
      event.preventDefault();
      links[place + 1].focus();
    } else if (event.key === "ArrowUp" && place >= 0) {
      event.preventDefault();
      (links[place - 1] || input).focus();
    }
  });

  results.addEventListener("click", () => remember(true));
  addEventListener("popstate", recall);

  form.hidden = false;
  recall();
})();
