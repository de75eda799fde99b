// Two small kindnesses. Every page works without them.
const problem = document.querySelector("[data-focus]");
if (problem) problem.focus();

// A second click on the same button within a few seconds sends nothing twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 4000);
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

// Only pages with such a field load what it needs.
if (document.querySelector("[data-suggest]")) import("./suggest.js");
if (document.querySelector("[data-shrink]")) import("./shrink.js");
if (document.querySelector("[data-compare]")) import("./compare.js");
if (document.querySelector("[data-order]")) import("./order.js");
if (document.querySelector("[data-watch]")) import("./watch.js");
if (document.querySelector("[data-copy]")) import("./copy.js");
if (document.querySelector("[data-keys]")) import("./hits.js");

// Printing is in the menu of the browser; a button is nearer.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
