// The last searches made on this device, kept in localStorage and nowhere else. They can be cleared, and switched off.

const KEY = "tremplin.recent-searches";
const OFF = "tremplin.recent-searches.off";
const MOST = 10;

function read() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    if (!Array.isArray(stored)) return [];
    // Only addresses of this portal: what was tampered with leads nowhere else.
    return stored.filter((one) => typeof one?.label === "string" && /^\/(?:en|fr)\/[^\\]*$/.test(one?.address)).slice(0, MOST);
  } catch {
    return [];
  }
}

function isOff() {
  try { return localStorage.getItem(OFF) !== null; } catch { return true; }
}

function store(searches) {
  try {
    if (searches.length) localStorage.setItem(KEY, JSON.stringify(searches)); else localStorage.removeItem(KEY);
  } catch { /* A full or closed store remembers nothing; the page goes on. */ }
}

/** One question is one entry, however often its filters changed: the latest address counts. */
function remember() {
  const subject = document.querySelector("[data-recent-label]");
  if (!subject || isOff()) return;
  const address = new URL(location.href);
  for (const name of ["page", "limit"]) address.searchParams.delete(name);
  const { recentLabel: label, recentWords: words } = subject.dataset;
  const entry = {
    address: address.pathname + address.search, path: address.pathname, words: words ?? "", label: label.slice(0, 200),
    lang: document.documentElement.lang,
  };
  const others = read().filter((one) => !(one.path === entry.path && one.words === entry.words));
  store([entry, ...others].slice(0, MOST));
}

const section = document.querySelector("[data-recent]");

function show() {
  if (!section) return;
  const part = (name) => section.querySelector(`[data-recent-${name}]`);
  const here = location.pathname + location.search;
  const searches = read().filter((one) => one.address !== here);
  part("list").replaceChildren(...searches.map((one) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.className = "chip";
    link.href = one.address;
    link.textContent = one.label;
    if (one.lang !== document.documentElement.lang) link.lang = link.hreflang = one.lang === "fr" ? "fr" : "en";
    item.append(link);
    return item;
  }));
  part("kept").hidden = isOff();
  part("none").hidden = !isOff();
  section.hidden = !isOff() && searches.length === 0;
}

function set(off) {
  try {
    if (off) localStorage.setItem(OFF, "1"); else localStorage.removeItem(OFF);
  } catch { /* Nothing is kept then anyway. */ }
}

section?.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.matches("[data-recent-clear], [data-recent-off]")) store([]);
  if (button.matches("[data-recent-off]")) set(true);
  if (button.matches("[data-recent-on]")) set(false);
  show();
  // The button may have gone with its part: the focus goes on to what took its place.
  if (!button.checkVisibility()) (section.querySelector("button:not([hidden] *)") ?? document.getElementById("main"))?.focus();
});

document.addEventListener("tremplin:replaced", () => { remember(); show(); });
addEventListener("storage", (event) => { if (event.key === KEY || event.key === OFF || event.key === null) show(); });
addEventListener("pageshow", (event) => { if (event.persisted) show(); });
remember();
show();
