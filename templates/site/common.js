const root = document.documentElement;
const element = (id) => document.getElementById(id);

function make(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function keep(key, value) {
  try { localStorage.setItem(key, value); } catch { /* then it holds until the page is closed */ }
}

function kept(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

/* Light and dark */
const look = element("look");
const isDark = () => (root.dataset.look ? root.dataset.look === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
const showLook = () => look.setAttribute("aria-pressed", String(isDark()));
look.addEventListener("click", () => {
  root.dataset.look = isDark() ? "light" : "dark";
  keep("salesduty-look", root.dataset.look);
  showLook();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showLook);
showLook();

/* Search. An entry has kind, title, text, within, href; one spelling of them is made when it is first asked for, without
   spaces, because some write “12 小时” and some “12小时”. */
const SHOWN = 50;
const AROUND = 24;
const OPENING = 48;
const LONGEST = 110;
const one = (text) => text.normalize("NFKC").toLowerCase();
const dense = (text) => one(text).replace(/\s+/g, "");

function wordsOf(query) {
  return one(query).split(/[\s、,;。]+/).filter(Boolean);
}

function ready(entry) {
  entry.name = dense(entry.title);
  entry.all = [entry.title, entry.text, entry.within, entry.kind].map(dense).join("\n");
  return entry;
}

function rank(entry, words, whole) {
  if (entry.name === whole) return 0;
  if (words.every((word) => entry.name.includes(word))) return entry.name.startsWith(words[0]) ? 1 : 2;
  return words.some((word) => entry.name.includes(word)) ? 3 : 4;
}

function find(entries, query) {
  const words = wordsOf(query);
  if (!words.length) return [];
  const whole = words.join("");
  const ranks = [[], [], [], [], []];
  for (const entry of entries) {
    if (words.every((word) => entry.all.includes(word))) ranks[rank(entry, words, whole)].push(entry);
  }
  return ranks.flat();
}

/* The characters of a text in the spelling that is searched, each with where it begins and ends in the text. */
function spelled(text) {
  let out = "";
  const from = [];
  const to = [];
  let place = 0;
  for (const char of text) {
    const like = dense(char);
    for (let i = 0; i < like.length; i += 1) {
      from.push(place);
      to.push(place + char.length);
    }
    out += like;
    place += char.length;
  }
  return { out, from, to };
}

function hits(text, words) {
  const { out, from, to } = spelled(text);
  const found = [];
  for (const word of words) {
    for (let at = out.indexOf(word); at >= 0; at = out.indexOf(word, at + word.length)) {
      found.push([from[at], to[at + word.length - 1]]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

function marked(parent, text, words) {
  let done = 0;
  for (const [from, to] of hits(text, words)) {
    if (from < done || to <= from) continue;
    parent.append(text.slice(done, from), make("mark", "", text.slice(from, to)));
    done = to;
  }
  parent.append(text.slice(done));
  return parent;
}

function excerpt(text, words) {
  const first = hits(text, words)[0];
  const from = first && first[0] > AROUND * 2 ? first[0] - AROUND : 0;
  return (from ? "…" : "") + text.slice(from, from + LONGEST) + (from + LONGEST < text.length ? "…" : "");
}

function shown(entry, words) {
  const item = make("li");
  const link = make("a", "hit");
  link.href = entry.href;
  const opening = entry.title || entry.text.slice(0, OPENING) + (entry.text.length > OPENING ? "…" : "");
  const head = make("span", "hit-head");
  head.append(make("span", "kind", entry.kind), marked(make("strong"), opening, words));
  link.append(head);
  if (entry.text && (entry.title || !hits(opening, words).length)) link.append(marked(make("span", "hit-text"), excerpt(entry.text, words), words));
  const where = [entry.department, entry.within].filter((part) => part && part !== entry.title).join(" · ");
  if (where) link.append(marked(make("span", "hit-where"), where, words));
  item.append(link);
  return item;
}

function searching(load) {
  const box = element("query");
  const panel = element("results");
  const list = element("hits");
  const status = element("found");
  let entries = null;

  const close = () => { panel.hidden = true; };

  function show() {
    const words = wordsOf(box.value);
    list.replaceChildren();
    if (!words.length) {
      status.textContent = "";
      close();
      return;
    }
    entries ??= load().map(ready);
    const found = find(entries, box.value);
    list.append(...found.slice(0, SHOWN).map((entry) => shown(entry, words)));
    if (!found.length) status.textContent = "没有找到。换一个词，或少写几个字试试。";
    else if (found.length > SHOWN) status.textContent = `找到 ${found.length} 条，显示前 ${SHOWN} 条。再加一个词可以缩小范围。`;
    else status.textContent = `找到 ${found.length} 条。`;
    panel.hidden = false;
  }

  /* While Pinyin is being typed, its letters are no words yet. */
  box.addEventListener("input", (event) => { if (!event.isComposing) show(); });
  box.addEventListener("compositionend", show);
  box.addEventListener("focus", () => { if (wordsOf(box.value).length) show(); });
  element("search").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });

  element("search").addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const inList = at >= 0;
    let next;
    if (event.key === "Escape") {
      box.focus();
      close();
      event.preventDefault();
      return;
    }
    if (panel.hidden || !links.length) return;
    if (event.key === "ArrowDown") next = links[Math.min(at + 1, links.length - 1)];
    else if (event.key === "ArrowUp" && inList) next = at ? links[at - 1] : box;
    else if (event.key === "Home" && inList) [next] = links;
    else if (event.key === "End" && inList) next = links.at(-1);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  document.addEventListener("pointerdown", (event) => { if (!event.target.closest("#search")) close(); });
  element("search").addEventListener("focusout", (event) => {
    if (event.relatedTarget && !event.relatedTarget.closest("#search")) close();
  });
}
