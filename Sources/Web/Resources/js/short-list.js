// The short list on this device: kept in localStorage, never sent. Without this file every button opens the list in its address.

const KEY = "tremplin.short-list";
export const MOST = 50;
const CODE = /^(?:[\w-]{22}|~[\w-]{2,270})$/;

/** What is stored, made whole: a list of { c: code, t: title }, no code twice. Whatever else stands there counts as nothing. */
function read() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    if (!Array.isArray(stored)) return [];
    const seen = new Set();
    return stored.filter((one) => typeof one?.c === "string" && CODE.test(one.c) && !seen.has(one.c) && seen.add(one.c))
      .map((one) => ({ c: one.c, t: typeof one.t === "string" ? one.t.slice(0, 300) : "" })).slice(0, MOST);
  } catch {
    return [];
  }
}

/** False where the browser keeps nothing for pages: then the list stays in addresses. */
const works = (() => {
  try {
    localStorage.setItem(`${KEY}.test`, "1");
    localStorage.removeItem(`${KEY}.test`);
    return true;
  } catch {
    return false;
  }
})();

export const shortList = {
  works,
  get items() { return read(); },
  get codes() { return read().map((one) => one.c); },
  has(code) { return read().some((one) => one.c === code); },

  /** All or nothing. False when the list would become too long, or the device refuses. */
  add(...added) {
    const items = read();
    const fresh = added.filter((one) => !items.some((other) => other.c === one.c));
    return items.length + fresh.length <= MOST && this.replace([...items, ...fresh]);
  },

  remove(code) { return this.replace(read().filter((one) => one.c !== code)); },

  replace(items) {
    try {
      localStorage.setItem(KEY, JSON.stringify(items));
    } catch {
      return false;
    }
    changed();
    return true;
  },

  /** The address of the list. */
  get address() {
    const codes = this.codes;
    return link.dataset.address + (codes.length ? `?ids=${codes.join(".")}` : "");
  },
};

const link = document.querySelector("[data-short-list-link]");

/** Shows the list's length and which programs are on it. */
function show() {
  const codes = new Set(shortList.codes);
  const count = link.querySelector("[data-count]");
  count.textContent = codes.size;
  count.hidden = codes.size === 0;
  link.querySelector("[data-count-text]").textContent =
    codes.size === 0 ? "" : ` ${codes.size === 1 ? link.dataset.one : link.dataset.other.replace("{count}", codes.size)}`;
  link.href = shortList.address;
  for (const button of document.querySelectorAll(".save-button")) button.setAttribute("aria-pressed", String(codes.has(button.value)));
}

function changed() {
  show();
  document.dispatchEvent(new Event("tremplin:short-list"));
}

/** Says beside the button why nothing happened. */
function refuse(button) {
  const sentence = document.createElement("span");
  sentence.className = "field-error save-refused";
  sentence.setAttribute("role", "alert");
  button.after(sentence);
  sentence.textContent = link.dataset.full;
}

function press(event) {
  const button = event.target.closest?.(".save-button");
  if (!button) return;
  event.preventDefault();
  for (const old of document.querySelectorAll(".save-refused")) old.remove();
  if (shortList.has(button.value)) shortList.remove(button.value);
  else if (!shortList.add({ c: button.value, t: button.querySelector("[data-title]")?.textContent ?? "" })) refuse(button);
}

if (works && link) {
  document.documentElement.classList.add("keeps-list");
  document.addEventListener("click", press);
  document.addEventListener("tremplin:replaced", show);
  addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) changed(); });
  // A page that comes back from the browser's own cache missed what happened meanwhile.
  addEventListener("pageshow", (event) => { if (event.persisted) changed(); });
  show();
}
