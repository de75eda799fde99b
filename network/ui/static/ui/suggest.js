// Suggestions while typing, for every input with data-suggest="address". Without this the field works the same.
const attach = (input, number) => {
  const list = document.createElement("datalist");
  list.id = `suggest-${number}`;
  input.after(list);
  input.setAttribute("list", list.id);
  let timer, asked = "";

  const ask = async () => {
    const text = input.value.trim();
    if (text.length < 2 || text === asked) return;
    asked = text;
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`);
      if (!answer.ok) return;
      const found = await answer.json();
      if (text !== asked) return; // a later answer was faster
      list.replaceChildren(...found.map(({ value, label }) => {
        const option = new Option("", value);
        option.label = label;
        return option;
      }));
    } catch {
      asked = ""; // no network: try again with the next letter
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 200);
  });
};

document.querySelectorAll("input[data-suggest]").forEach(attach);
