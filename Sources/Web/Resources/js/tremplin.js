// Enhancements only: every page works without this file.

/** ARIA 1.2 editable combobox with list autocomplete: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
class Combobox {
  #box; #input; #list; #status; #options = []; #active = -1; #timer = 0; #request = null;

  constructor(box) {
    this.#box = box;
    this.#input = box.querySelector("input");
    this.#list = document.createElement("ul");
    this.#list.id = `${this.#input.id}-list`;
    this.#list.className = "listbox";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", document.querySelector(`label[for="${this.#input.id}"]`).textContent);
    this.#list.hidden = true;
    this.#status = document.createElement("div");
    this.#status.className = "visually-hidden";
    this.#status.setAttribute("role", "status");
    box.append(this.#list, this.#status);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.#list.id,
    })) this.#input.setAttribute(name, value);
    this.#input.addEventListener("input", () => this.#later());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("blur", () => this.#close());
    // Keeps focus in the box, so that a click is not a blur first.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#choose(this.#options.indexOf(option));
    });
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#suggest(), 90);
  }

  async #suggest() {
    const text = this.#input.value.trim();
    this.#request?.abort();
    if (text.length < 2) return this.#close();
    this.#request = new AbortController();
    try {
      const answer = await fetch(`${this.#box.dataset.suggestions}&q=${encodeURIComponent(text)}`, { signal: this.#request.signal });
      if (!answer.ok) return this.#close();
      this.#show((await answer.json()).suggestions);
    } catch (error) {
      if (error.name !== "AbortError") this.#close();
    }
  }

  #show(suggestions) {
    if (document.activeElement !== this.#input) return;
    this.#active = -1;
    this.#input.removeAttribute("aria-activedescendant");
    this.#options = suggestions.map((suggestion, index) => {
      const option = document.createElement("li");
      option.id = `${this.#list.id}-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = suggestion.title;
      return option;
    });
    this.#list.replaceChildren(...this.#options);
    const open = this.#options.length > 0;
    this.#list.hidden = !open;
    this.#input.setAttribute("aria-expanded", String(open));
    this.#status.textContent = open
      ? this.#box.dataset.statusSome.replace("{count}", this.#options.length)
      : this.#box.dataset.statusNone;
  }

  #close() {
    clearTimeout(this.#timer);
    this.#list.hidden = true;
    this.#active = -1;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }

  #move(to) {
    const count = this.#options.length;
    this.#options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = (to + count) % count;
    const option = this.#options[this.#active];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", option.id);
  }

  #choose(index) {
    this.#input.value = this.#options[index].textContent;
    this.#close();
    this.#input.form.requestSubmit();
  }

  #key(event) {
    const open = !this.#list.hidden;
    switch (event.key) {
      case "ArrowDown":
        event.preventDefault();
        if (open) this.#move(this.#active + 1); else this.#suggest();
        break;
      case "ArrowUp":
        if (!open) return;
        event.preventDefault();
        this.#move(this.#active < 0 ? this.#options.length - 1 : this.#active - 1);
        break;
      case "Enter":
        if (open && this.#active >= 0) { event.preventDefault(); this.#choose(this.#active); }
        break;
      case "Escape":
        if (open) { event.preventDefault(); this.#close(); }
        break;
    }
  }
}

/** A search form whose results and counts follow the choices, without leaving the page. The address stays the state. */
class LiveSearch {
  #form; #request = null;

  constructor(form) {
    this.#form = form;
    form.addEventListener("change", (event) => { if (event.target.matches("[type=checkbox], [type=radio], select")) this.#update(); });
    form.addEventListener("submit", (event) => { event.preventDefault(); this.#update(); });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-live-link]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      this.#go(link.href, true);
    });
    addEventListener("popstate", () => this.#go(location.href, false));
    document.documentElement.classList.add("live");
  }

  #update() {
    const fields = [...new FormData(this.#form)].filter(([, value]) => value !== "");
    this.#go(`${this.#form.getAttribute("action")}?${new URLSearchParams(fields)}`, true);
  }

  async #go(address, remember) {
    this.#request?.abort();
    this.#request = new AbortController();
    try {
      const answer = await fetch(address, { signal: this.#request.signal });
      if (!answer.ok) { location.href = address; return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (remember) history.pushState(null, "", address);
      this.#replace(page);
    } catch (error) {
      if (error.name !== "AbortError") location.href = address;
    }
  }

  #replace(page) {
    const focused = document.activeElement?.id;
    const open = new Set([...document.querySelectorAll("details[id][open]")].map((details) => details.id));
    for (const part of document.querySelectorAll("[data-live]")) {
      const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`);
      if (fresh) part.replaceWith(document.adoptNode(fresh));
    }
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    document.title = page.title;
    for (const name of ["language-switch"]) {
      const link = document.querySelector(`.${name}`);
      const fresh = page.querySelector(`.${name}`);
      if (link && fresh) link.href = fresh.href;
    }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    const status = document.getElementById("result-status");
    const count = document.getElementById("result-count");
    if (status && count) status.textContent = count.textContent;
    // Other modules look at the new parts.
    document.dispatchEvent(new Event("tremplin:replaced"));
  }
}

for (const box of document.querySelectorAll(".combobox[data-suggestions]")) new Combobox(box);
const form = document.querySelector("form[data-live-search]");
if (form) new LiveSearch(form);
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
