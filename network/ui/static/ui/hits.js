// Single keys in a list of hits: <ul data-keys>, each item with a link and perhaps one to note somebody down. They work only while the
// keyboard is in the list (WCAG 2.1.4), so they never take a letter from a field or a command from a screen reader. Tab does the same.
const COMMANDS = { j: 1, k: -1, m: 0 };

// Where letters of another script are on the keys, the key that is j on a keyboard with Latin letters.
function letter(event) {
  const typed = event.key.toLowerCase();
  return /^[a-z]$/.test(typed) ? typed : event.code.replace(/^Key/, "").toLowerCase();
}

function press(list, event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const step = COMMANDS[letter(event)];
  if (step === undefined) return;
  const hits = [...list.children];
  const here = hits.findIndex((hit) => hit.contains(event.target));
  if (step === 0) {
    hits[here]?.querySelector("[data-note]")?.click();
  } else {
    hits[here + step]?.querySelector("a").focus();
  }
  event.preventDefault();
}

for (const list of document.querySelectorAll("[data-keys]")) {
  list.addEventListener("keydown", (event) => press(list, event));
  document.querySelectorAll("[data-keys-hint]").forEach((hint) => (hint.hidden = false));
}
