// The review by keyboard: without this file the same is done with the form.

const form = document.getElementById("review");
const keys = document.getElementById("keys");
const items = form ? [...form.querySelectorAll("[data-item]")] : [];
const STORED = "tremplin.review.shortcuts";
let current = -1;
/** What was chosen since the page came, the last at the end. */
const chosen = [];

const remembered = () => { try { return localStorage.getItem(STORED) !== "off"; } catch { return true; } };
const remember = (isOn) => { try { localStorage.setItem(STORED, isOn ? "on" : "off"); } catch { /* Without memory it lasts for the page. */ } };

function radio(item, value) {
  return [...item.querySelectorAll('input[type="radio"]')].find((one) => one.dataset.verdict === value);
}

/** Shows beside the form what the choice would give. */
function show(item) {
  const value = item.querySelector('input[type="radio"]:checked')?.dataset.verdict ?? "";
  item.dataset.choice = value;
  const chip = document.querySelector(`[data-chip="${CSS.escape(item.dataset.item)}"]`);
  if (chip) chip.dataset.state = value || "waiting";
}

function go(index) {
  if (index < 0 || index >= items.length) {
    document.getElementById(index < 0 ? "keys-on" : "save")?.focus();
    return;
  }
  current = index;
  for (const mark of document.querySelectorAll("mark.is-current")) mark.classList.remove("is-current");
  const item = items[index];
  item.focus({ preventScroll: false });
  item.scrollIntoView({ block: "nearest" });
  const number = item.querySelector("[data-evidence]")?.dataset.evidence;
  if (number) document.getElementById(`sentence-${number}`)?.classList.add("is-current");
}

function choose(value) {
  const item = items[current];
  const input = item && radio(item, value);
  if (!input) return go(0);
  chosen.push({ index: current, before: item.querySelector('input[type="radio"]:checked')?.dataset.verdict ?? "" });
  input.checked = true;
  show(item);
  go(current + 1);
}

/** The last choice that is not sent yet, or else the last decision. */
function undo() {
  const last = chosen.pop();
  if (!last) return document.getElementById("undo")?.requestSubmit();
  radio(items[last.index], last.before).checked = true;
  show(items[last.index]);
  go(last.index);
}

const acts = {
  a: () => choose("approved"),
  r: () => choose("rejected"),
  j: () => go(current + 1),
  k: () => go(Math.max(0, current - 1)),
  s: () => form.requestSubmit(document.getElementById("save")),
  n: () => document.getElementById("next")?.click(),
  u: undo,
};

/** A letter means itself wherever something is typed or chosen from a list. */
const isField = (element) => element?.closest("input, select, textarea, [contenteditable]") !== null && element !== document.body;

document.addEventListener("keydown", (event) => {
  if (!keys || keys.dataset.on !== "true" || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (isField(document.activeElement)) return;
  const act = acts[event.key.toLowerCase()];
  // Without a program in hand there is only what can be undone.
  if (!act || (!form && event.key.toLowerCase() !== "u")) return;
  event.preventDefault();
  act();
});

for (const item of items) {
  let isPointed = false;
  item.addEventListener("pointerdown", () => { isPointed = true; });
  item.addEventListener("keydown", () => { isPointed = false; });
  item.addEventListener("change", () => {
    show(item);
    // Whoever chose with a pointer goes on with letters where they like; whoever uses arrows stays in the choices.
    if (isPointed) item.focus({ preventScroll: true });
  });
  item.addEventListener("focusin", () => { current = items.indexOf(item); });
  show(item);
}

if (keys) {
  keys.hidden = false;
  const box = document.getElementById("keys-on");
  const status = document.getElementById("keys-status");
  const set = (isOn) => { keys.dataset.on = String(isOn); box.checked = isOn; };
  set(remembered());
  box.addEventListener("change", () => {
    set(box.checked);
    remember(box.checked);
    status.textContent = box.checked ? keys.dataset.nowOn : keys.dataset.nowOff;
  });
}
