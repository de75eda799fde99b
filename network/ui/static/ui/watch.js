// A page about something that happens on another screen looks itself up every few seconds, and goes on when it has changed.
const EVERY = 4000;
const LONGEST = 20 * 60 * 1000; // longer than anything that is waited for here
const watched = document.querySelector("[data-watch]");
const begun = Date.now();

async function look() {
  if (Date.now() - begun > LONGEST) return;
  if (!document.hidden) {
    try {
      const answer = await fetch(location.pathname, { credentials: "same-origin" });
      if (!answer.ok) return;
      const now = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-watch]");
      if (now?.dataset.watch !== watched.dataset.watch) return location.replace(location.pathname);
    } catch {
      // no network for a moment: look again later
    }
  }
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);
