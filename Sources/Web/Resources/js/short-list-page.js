// The page of the short list: tells the device's own list from one that came by link, and keeps the two apart.

// The very module every page has loaded, not a second one: its address holds the mark of its content.
const { shortList } = await import(document.querySelector('script[src$="/short-list.js"]').src);

const page = document.querySelector("[data-short-list]");
const shown = page.dataset.codes;
const own = () => shortList.codes.join(".");
const part = (name) => document.querySelector(`[data-${name}]`);

/** Opens the list as it is now, with whatever else the address asks for. */
function follow() {
  const address = new URL(location.href);
  address.searchParams.delete("add");
  if (own()) address.searchParams.set("ids", own()); else address.searchParams.delete("ids");
  location.replace(address);
}

/** A program that is no longer offered still has the title under which it was kept. */
function nameWithdrawn() {
  const titles = new Map(shortList.items.map((one) => [one.c, one.t]));
  for (const row of document.querySelectorAll("[data-withdrawn]")) {
    const title = titles.get(row.dataset.withdrawn);
    if (title) row.querySelector("[data-withdrawn-title]").textContent = title;
  }
}

function keepShown() {
  const rows = [...document.querySelectorAll("[data-short-list] a[data-remove]")];
  const items = rows.map((row) => ({ c: row.dataset.remove, t: row.closest("li").querySelector("h3")?.textContent.trim() ?? "" }));
  if (shortList.add(...items)) follow(); else part("keep-refused").hidden = false;
}

function start() {
  if (shown === "" && own() !== "") return follow();
  nameWithdrawn();
  const isMine = shown === own();
  if (shown !== "") {
    part("without-script").hidden = true;
    part(isMine ? "mine" : "not-mine").hidden = false;
    part("own").hidden = own() === "";
    part("own").href = shortList.address;
    part("keep").addEventListener("click", keepShown);
  }
  if (!isMine) return;
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-remove]");
    // Only a plain click leaves this page: another tab shows its own list.
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      shortList.remove(link.dataset.remove);
    }
  });
  // From here or from another tab: the page is of the list, so it goes with it.
  document.addEventListener("tremplin:short-list", follow);
}

/** Not more than fit side by side can be ticked. */
const compare = part("compare");
compare?.addEventListener("change", (event) => {
  const tooMany = compare.querySelectorAll("input:checked").length > 4;
  if (tooMany) event.target.checked = false;
  part("too-many").hidden = !tooMany;
});

const copy = part("copy");
if (copy) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const field = part("share-link");
    field.select();
    // Without permission the link stands selected, ready for the keyboard.
    const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
    if (isCopied) part("copied").textContent = part("copied").dataset.text;
  });
}

if (shortList.works) start();
