// The form of a program: rows come and go without a new page, and what was typed is not left behind by mistake.

let isTouched = false;

const form = () => document.querySelector("[data-program-form]");

/** Sends the form as its button would, and puts the form of the answer in its place. */
async function arrange(button) {
  const old = form();
  const fields = new URLSearchParams(new FormData(old));
  fields.set(button.name, button.value);
  const answer = await fetch(old.action, { method: "POST", body: fields, headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.querySelector("[data-program-form]");
  if (!next) throw new Error("no form");
  old.replaceWith(next);
  const field = next.dataset.row ? document.getElementById(next.dataset.row) : null;
  // After a row was taken away: the button that adds one, so that nobody is thrown back to the top.
  const list = button.value.replace(/^\w+-/, "").replace(/\..*/, "");
  (field ?? next.querySelector(`button[value="add-${list}"]`))?.focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-program-form] button[data-arrange]");
  if (!button) return;
  event.preventDefault();
  isTouched = true;
  // Without an answer the button does what it does without a script.
  arrange(button).catch(() => form().requestSubmit(button));
});

document.addEventListener("input", (event) => { if (event.target.closest("[data-program-form]")) isTouched = true; });
document.addEventListener("submit", (event) => { if (event.target.matches("[data-program-form]")) isTouched = false; });
window.addEventListener("beforeunload", (event) => { if (isTouched) event.preventDefault(); });

// A row that a page without scripts added is gone on at.
if (form()?.dataset.row) document.getElementById(form().dataset.row)?.focus();
