/* What can be found: everything with an address. */
const fragment = (id) => `#${encodeURIComponent(id).replaceAll("%2F", "/")}`;
const PLACES = "main :is(h2, h3, h4, .duty, tr)[id*='/'], main :is(h2, h3)[id*='#']";
const KINDS = new Map([
  ["functions", "职能"], ["kpis", "指标"], ["authorities", "权限"], ["processes", "环节"],
  ["meetings", "会议"], ["systems", "系统"], ["promises", "承诺"],
]);

function kindOf(place) {
  if (place.tagName.startsWith("H")) return place.id.includes("/processes/") ? "流程" : place.id.includes("#") ? "章节" : "岗位";
  const inside = place.id.split("/").slice(1, -1);
  return KINDS.get(inside.slice(0, 2).find((part) => KINDS.has(part))) ?? "职责";
}

const tidy = (text) => text.replace(/\s+/g, " ").trim();
const said = (place) => (place ? tidy(place.textContent) : "");

/* The lines of a cell or a paragraph, which `br` keeps apart. */
function linesOf(place) {
  const lines = [""];
  for (const node of place.childNodes) {
    if (node.nodeName === "BR") lines.push("");
    else if (node !== copy) lines[lines.length - 1] += node.textContent;
  }
  return lines.map(tidy).filter(Boolean);
}

function entryOfRow(row) {
  const cells = [...row.cells].filter((cell) => !/^\d+$/.test(said(cell))).map((cell) => linesOf(cell.firstElementChild ?? cell));
  const [title, ...rest] = cells.flat();
  return { title: title ?? "", text: rest.join(" ") };
}

function entryOfDuty(duty) {
  const paragraph = duty.querySelector("p");
  const title = said(paragraph.querySelector("strong"));
  const lines = linesOf(paragraph).join(" ").slice(title.length).replace(/^：/, "");
  const details = [...duty.querySelectorAll("dl > div")].map((each) => [...each.children].map(said).join("："));
  return { title, text: [lines, ...details].join(" ").trim() };
}

function entriesOfPage() {
  copy.remove();
  let within = "";
  const entries = [];
  for (const place of document.querySelectorAll(PLACES)) {
    const entry = { kind: kindOf(place), within, href: fragment(place.id) };
    if (place.tagName.startsWith("H")) {
      if (place.id.endsWith("#duties")) continue;
      const title = said(place).slice(said(place.querySelector(".number")).length).trim();
      Object.assign(entry, { title, text: "", within: "" });
      within = title;
    } else {
      Object.assign(entry, place.tagName === "TR" ? entryOfRow(place) : entryOfDuty(place));
    }
    entries.push(entry);
  }
  return entries;
}

/* A button that copies the address of what the pointer or the focus is on. */
const copy = make("button", "copy", "复制链接");
copy.type = "button";
const note = element("said");

function offer(event) {
  const place = event.target.closest?.("main :is(.duty, h2, h3, tr)[id*='/']");
  if (!place || copy.parentNode === seat(place)) return;
  copy.dataset.id = place.id;
  seat(place).append(copy);
}

function seat(place) {
  if (place.tagName === "TR") return place.cells[0].querySelector("div") ?? place.cells[0];
  return place;
}

function byHand(text) {
  const field = make("textarea", "aside", text);
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text);
  }
}

copy.addEventListener("click", async () => {
  const address = location.href.split("#")[0] + fragment(copy.dataset.id);
  const done = await copied(address);
  if (!done) location.hash = fragment(copy.dataset.id);
  note.textContent = "";
  note.textContent = done ? "链接已复制" : "请从地址栏复制链接";
  copy.textContent = done ? "已复制" : "见地址栏";
  setTimeout(() => { copy.textContent = "复制链接"; note.textContent = ""; }, 1600);
});
document.addEventListener("pointerover", offer);
document.addEventListener("focusin", offer);

/* Whoever follows a link arrives there with keyboard and screen reader too. */
function arrive() {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { /* then it is meant as it stands */ }
  const place = id && element(id);
  if (!place) return;
  place.closest("details")?.setAttribute("open", "");
  if (place.tagName === "DETAILS") place.open = true;
  if (!place.matches("a, button, input, summary")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (place.matches(".duty, h2, h3, tr")) offer({ target: place });
}
addEventListener("hashchange", arrive);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#']");
  if (link && link.hash === location.hash) arrive();
});

/* Findings beside the duties, or not. */
const findings = element("show-findings");
function showFindings(on) {
  root.classList.toggle("quiet", !on);
  findings?.setAttribute("aria-pressed", String(on));
}
showFindings(kept("salesduty-findings") !== "off");
findings?.addEventListener("click", () => {
  const on = root.classList.contains("quiet");
  showFindings(on);
  keep("salesduty-findings", on ? "on" : "off");
});

/* The table of contents on a narrow window. */
const menu = element("menu");
const contents = element("contents");
function unfold(on) {
  contents.classList.toggle("unfolded", on);
  menu.setAttribute("aria-expanded", String(on));
}
menu.addEventListener("click", () => unfold(!contents.classList.contains("unfolded")));
contents.addEventListener("click", (event) => { if (event.target.closest("a")) unfold(false); });

/* The matrix. */
const filters = element("filters");
function filter() {
  const post = element("by-post").value;
  const group = element("by-group")?.value ?? "";
  const gaps = element("by-gap")?.checked ?? false;
  let count = 0;
  for (const body of element("matrix").querySelectorAll("tbody")) {
    let left = 0;
    for (const row of body.querySelectorAll("tr[data-posts]")) {
      const has = !post || row.dataset.posts.split(" ").includes(post);
      row.hidden = !(has && (!group || body.dataset.group === group) && (!gaps || row.classList.contains("open")));
      left += !row.hidden;
    }
    body.hidden = !left;
    count += left;
  }
  for (const cell of element("matrix").querySelectorAll("[data-post]")) cell.classList.toggle("chosen", cell.dataset.post === post);
  element("left").textContent = count ? `显示 ${count} 项` : "没有符合的项";
}
filters?.addEventListener("change", filter);
filters?.addEventListener("reset", () => setTimeout(filter));
filters?.addEventListener("submit", (event) => event.preventDefault());

/* Everything is open on paper. */
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const each of closed) each.open = true;
});
addEventListener("afterprint", () => { for (const each of closed) each.open = false; });

searching(entriesOfPage);
if (location.hash) arrive();
