// Explained answers: pointing at a word, a column or a patch says what it adds and its rank; the slider shows the
// strongest. Which class and method are seen is the style sheet's. Nothing is put into the page but as text.
const own = (node) => {
  const name = node.querySelector(".name");
  const text = node.title ? `${(name ?? node).textContent.trim()}: ${node.title}` : node.textContent;
  return text.replace(/\s+/g, " ");
};

function point(view, rank) {
  for (const node of view.querySelectorAll(".at")) node.classList.remove("at");
  const nodes = [...view.querySelectorAll(`[data-r="${Number(rank)}"]`)];
  for (const node of nodes) node.classList.add("at");
  return nodes.length ? own(nodes[0]) : "not drawn";
}

for (const view of document.querySelectorAll(".view")) {
  const slide = view.querySelector(".slide");
  if (!slide) continue;
  const [range, said] = [slide.querySelector("input"), slide.querySelector("output")];
  slide.hidden = false;
  range.addEventListener("input", () => {
    for (const node of view.querySelectorAll("[data-r]")) node.classList.toggle("off", Number(node.dataset.r) > range.valueAsNumber);
    said.value = point(view, range.value);
    range.setAttribute("aria-valuetext", said.value);
  });
  for (const kind of ["pointerover", "click"]) {
    view.addEventListener(kind, (event) => {
      const node = event.target.closest("[data-r]");
      if (node) said.value = point(view, node.dataset.r);
    });
  }
}
