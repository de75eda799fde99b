// Photos in an order: <ol data-order="Move"> of items, each with a form whose buttons send the new place. This adds a grip to drag by
// pointer or move by arrow keys, and the buttons no longer load the page. If the server does not take a move, the page shows what holds.
const EARLIER = ["ArrowLeft", "ArrowUp"];
const LATER = ["ArrowRight", "ArrowDown"];
let sent = Promise.resolve();

function number(list) {
  const items = [...list.children];
  items.forEach((item, at) => {
    const [forward, back] = item.querySelectorAll("button[name=to]");
    forward.value = String(at - 1);
    forward.hidden = at === 0;
    back.value = String(at + 1);
    back.hidden = at === items.length - 1;
  });
}

function send(form, to) {
  const data = new FormData(form);
  data.set("to", String(to));
  sent = sent
    .then(() => fetch(form.action, { method: "POST", body: data, redirect: "manual" }))
    .then((answer) => answer.type === "opaqueredirect" || location.reload())
    .catch(() => location.reload());
}

function settle(list, item, status) {
  const at = [...list.children].indexOf(item);
  number(list);
  send(item.querySelector("form"), at);
  status.textContent = list.dataset.said.replace("{place}", at + 1).replace("{all}", list.children.length);
}

// The others move around the item: taken out of the page, even for a moment, it would lose pointer and focus.
function put(list, item, at) {
  const items = [...list.children];
  const from = items.indexOf(item);
  if (at < 0 || at >= items.length || at === from) return false;
  if (at < from) item.after(...items.slice(at, from));
  else item.before(...items.slice(from + 1, at + 1));
  return true;
}

function arrange(list) {
  const status = document.createElement("p");
  status.className = "only-read";
  status.setAttribute("role", "status");
  list.after(status);
  const placeOf = (item) => [...list.children].indexOf(item);

  function move(item, at, focus) {
    if (!put(list, item, at)) return;
    settle(list, item, status);
    (focus.hidden ? item.querySelector(".placed__grip") : focus).focus();
  }

  function drag(item, grip, event) {
    const from = placeOf(item);
    const over = (moved) => {
      const target = document.elementFromPoint(moved.clientX, moved.clientY)?.closest(".placed");
      if (target && target !== item && target.parentElement === list) put(list, item, placeOf(target));
    };
    const drop = () => {
      grip.removeEventListener("pointermove", over);
      item.classList.remove("placed--held");
      if (placeOf(item) !== from) settle(list, item, status);
    };
    event.preventDefault();
    grip.focus();
    grip.setPointerCapture(event.pointerId);
    item.classList.add("placed--held");
    grip.addEventListener("pointermove", over);
    grip.addEventListener("lostpointercapture", drop, { once: true });
  }

  for (const item of list.children) {
    const form = item.querySelector("form");
    const grip = document.createElement("button");
    grip.type = "button";
    grip.className = "placed__grip";
    grip.append(list.dataset.order, form.querySelector(".only-read").cloneNode(true));
    grip.addEventListener("pointerdown", (event) => drag(item, grip, event));
    grip.addEventListener("keydown", (event) => {
      const step = LATER.includes(event.key) ? 1 : EARLIER.includes(event.key) ? -1 : 0;
      if (!step) return;
      event.preventDefault();
      move(item, placeOf(item) + step, grip);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      move(item, Number(event.submitter.value), event.submitter);
    });
    form.prepend(grip);
  }
}

document.querySelectorAll("[data-order]").forEach((list) => list.children.length > 1 && arrange(list));
