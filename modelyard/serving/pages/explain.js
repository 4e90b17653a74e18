// "Why?" beside an answer: the words or columns that it rests on. Nothing is put into the page as HTML.
import { element, post, unreachable } from "./page.js";

const LIGHT = 0.12; // of the heaviest unit: lighter ones are left unmarked
const ROWS = 10;
const CLASSES = 50; // to choose from

function signed(weight) {
  return (weight > 0 ? "+" : "−") + Math.abs(weight).toPrecision(2);
}

// Which way a unit pulls is told by its colour, by its line (solid or dotted) and by the sign of its figure.
function mark(text, weight, share, isSigned) {
  const side = weight > 0 || !isSigned ? "for" : "against";
  const node = element("mark", { class: `why-${side}`, title: `${isSigned ? signed(weight) : Math.abs(weight).toPrecision(2)} ${side}` }, text);
  node.style.setProperty("--weight", String(Math.min(1, Math.abs(share))));
  return node;
}

function drawText(found, largest) {
  const words = element("p", { class: "words why-text", dir: "auto" });
  for (const [text, weight] of found.pieces) {
    const share = weight / largest;
    words.append(Math.abs(share) < LIGHT ? text : mark(text, weight, share, found.signed));
  }
  return [words, reader(words)];
}

// What the marked word under the pointer or the finger adds.
function reader(words) {
  const said = element("output", { class: "why-at small", "aria-live": "off" }, "Point at a marked word.");
  for (const kind of ["pointerover", "click"]) {
    words.addEventListener(kind, (event) => {
      const node = event.target.closest("mark");
      if (node) said.value = `${node.textContent}: ${node.title}`;
    });
  }
  return said;
}

function drawBars(found) {
  const most = Math.max(...found.top.map(([, weight]) => Math.abs(weight)), 1e-12);
  const list = element("ol", { class: "why-bars" });
  for (const [text, weight] of found.top.slice(0, ROWS)) {
    const fill = element("span", { class: weight > 0 || !found.signed ? "why-bar for" : "why-bar against" });
    fill.style.setProperty("--share", String(Math.abs(weight) / most));
    list.append(element("li", {}, element("span", { class: "score-label", dir: "auto" }, text),
      element("span", { class: "score-value" }, found.signed ? signed(weight) : weight.toPrecision(2)),
      element("span", { class: "track", "aria-hidden": "true" }, fill)));
  }
  return list;
}

function notes(found) {
  const lines = [`By ${found.said}, in ${found.seconds.toFixed(2)} s.`];
  if (found.gap !== null) lines.push(Math.abs(found.gap) < 1e-6 ? "The weights add up to the score." : `The weights miss the score by ${Math.abs(found.gap).toPrecision(1)}.`);
  if (found.faithfulness) {
    const { gain, interval } = found.faithfulness;
    const better = interval[0] > 0;
    lines.push(better ? `Faithful: taking these out moves the answer by ${gain.toPrecision(2)} more than taking out others at random.`
      : "Not shown to be better than a random order on this input.");
  }
  return lines.concat(found.notes);
}

function draw(found) {
  const largest = Math.max(...found.units.map(([, weight]) => Math.abs(weight)), 1e-12);
  const of = found.label === null ? "a higher value" : found.label;
  const key = element("p", { class: "muted small why-key" }, mark("such words", 1, 0.6, true), " speak for ", element("b", { dir: "auto" }, of), ", ",
    mark("such", -1, 0.6, true), " against it");
  const parts = found.signed ? [key] : [];
  if (found.pieces.length) parts.push(...drawText(found, largest));
  for (const line of found.changes) parts.push(element("p", { dir: "auto" }, line));
  if (found.top.length) parts.push(drawBars(found));
  parts.push(...notes(found).map((line) => element("p", { class: "muted small why-note", dir: "auto" }, line)));
  return parts;
}

// Which class is explained: the answer's own at first, of the others the likeliest.
function picker(answer) {
  const names = Object.entries(answer.scores ?? {}).sort((a, b) => b[1] - a[1]).map(([name]) => name).slice(0, CLASSES);
  if (names.length < 2) return null;
  if (answer.label && !names.includes(answer.label)) names.push(answer.label);
  const select = element("select", { id: "why-class" }, ...names.map((name) => element("option", { value: name }, name)));
  select.value = answer.label ?? names[0];
  return Object.assign(element("label", { class: "why-class", hidden: "" }, "What speaks for ", select), { select });
}

// The button, and where what it finds is put; `asked` is the request that was answered.
export function offer(asked, answer) {
  const button = element("button", { type: "button", class: "quiet", id: "why" }, "Why?");
  const flip = answer.label === undefined ? null : element("button", { type: "button", class: "quiet", id: "flip" }, "What would change it?");
  const place = element("div", { id: "explanation", class: "why", "aria-live": "polite" });
  const picked = picker(answer);
  let latest = 0; // of several questions the last one is shown
  const ask = async (pressed, more) => {
    const own = ++latest;
    pressed.disabled = pressed !== picked?.select;
    place.replaceChildren(element("p", { class: "muted small" }, "Asking the model about parts of this input …"));
    let drawn;
    try {
      const response = await post("/v1/explain", { ...asked, ...more });
      const content = await response.json();
      drawn = response.ok ? draw(content.explanations[0]) : [element("p", { class: "refused" }, content.error.message)];
    } catch (failure) {
      drawn = [element("p", { class: "refused" }, unreachable(failure).message)];
    }
    pressed.disabled = false;
    if (own === latest) place.replaceChildren(...drawn);
  };
  const label = () => (picked ? { label: picked.select.value } : {});
  button.addEventListener("click", () => {
    if (picked) picked.hidden = false;
    ask(button, label());
  });
  picked?.select.addEventListener("change", () => ask(picked.select, label()));
  flip?.addEventListener("click", () => ask(flip, { method: "counterfactual" }));
  return [element("div", { class: "actions" }, ...[button, flip, picked].filter(Boolean)), place];
}
