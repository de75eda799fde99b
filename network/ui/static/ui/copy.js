// An address to copy: marked whole when it is touched, and copied by a button where the browser can do that.
for (const box of document.querySelectorAll("[data-select]")) box.addEventListener("focus", () => box.select());
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const box = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(box.value);
      button.textContent = button.dataset.copied;
    } catch {
      box.focus();
    }
  });
}
