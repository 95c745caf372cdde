const fragment = (id) => `#${encodeURIComponent(id).replaceAll("%2F", "/")}`;

function entriesOfSite() {
  return JSON.parse(element("entries").textContent).flatMap(([page, department, entries]) =>
    entries.map(([kind, title, text, within, id]) => ({ kind, title, text, within, department, href: page + fragment(id) })));
}

searching(entriesOfSite);
