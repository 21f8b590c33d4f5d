// Looks again while a file is in work, and puts what is new in the place of what was there. Without this file the page loads itself anew.

const PAUSE = 1_000;

async function look() {
  const here = document.querySelector("#import");
  if (here?.dataset.state !== "under-way") return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const there = page.querySelector("#import");
      if (there?.dataset.state !== "under-way") {
        location.replace(location.href);
        return;
      }
      const old = here.querySelector("progress");
      const now = there.querySelector("progress");
      if (old && now && now.max === old.max && now.hasAttribute("value")) old.value = now.value;
      else if (old && now) old.replaceWith(now);
    }
  } catch {
    // The network may be away for a moment.
  }
  setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
