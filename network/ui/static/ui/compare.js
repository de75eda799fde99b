// Two pictures become one with a slider: <div class="pair" data-compare="words for the slider">. Without this they stand side by side.
const ALIKE = 1.15; // pictures of other shapes than this cannot lie on each other

function compare(pair) {
  const [before, after] = pair.querySelectorAll("img");
  const shape = (image) => image.getAttribute("width") / image.getAttribute("height");
  const ratio = shape(before) / shape(after);
  if (!(ratio < ALIKE && ratio > 1 / ALIKE)) return;
  const names = [...pair.querySelectorAll("figcaption")].map((caption) => caption.textContent);
  const label = document.createElement("label");
  const bar = document.createElement("input");
  label.className = "compare__name";
  label.textContent = pair.dataset.compare;
  bar.className = "compare__bar";
  bar.type = "range";
  bar.value = "50";

  function cut() {
    pair.style.setProperty("--cut", `${bar.value}%`);
    bar.setAttribute("aria-valuetext", `${names[0]} ${bar.value} %, ${names[1]} ${100 - bar.value} %`);
  }

  function drag(event) {
    if (event.type === "pointermove" && !event.buttons) return;
    const box = before.getBoundingClientRect();
    bar.value = String(Math.round((100 * (event.clientX - box.left)) / box.width));
    cut();
  }

  for (const figure of pair.querySelectorAll("figure")) {
    figure.addEventListener("pointerdown", drag);
    figure.addEventListener("pointermove", drag);
    figure.addEventListener("dragstart", (event) => event.preventDefault());
  }
  bar.addEventListener("input", cut);
  for (const image of [before, after]) image.sizes = "(min-width: 40rem) 37rem, 92vw"; // larger than side by side
  pair.style.setProperty("--shape", String(shape(before)));
  pair.classList.add("compare");
  label.append(bar);
  pair.append(label);
  cut();
}

document.querySelectorAll("[data-compare]").forEach(compare);
