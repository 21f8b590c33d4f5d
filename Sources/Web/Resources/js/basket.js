// The page of what one wants to ask about: offers the programs that are on this device's short list.

// The very module every page has loaded, not a second one: its address holds the mark of its content.
const { shortList } = await import(document.querySelector('script[src$="/short-list.js"]').src);

const offer = document.querySelector("[data-basket]");

function show() {
  const inBasket = offer.dataset.basket === "" ? [] : offer.dataset.basket.split(".");
  const added = shortList.codes.filter((code) => !inBasket.includes(code));
  const link = offer.querySelector("a");
  link.textContent = link.dataset.text.replace("{count}", added.length);
  const address = new URL(location.href);
  address.searchParams.set("ids", [...inBasket, ...added].join("."));
  address.hash = "";
  link.href = address.href;
  offer.hidden = added.length === 0;
}

if (shortList.works && offer) {
  show();
  document.addEventListener("tremplin:short-list", show);
}
