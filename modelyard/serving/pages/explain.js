// "Why?" beside an answer: the words or columns that it rests on. Nothing is put into the page as HTML.
import { element, post, unreachable } from "./page.js";

const LIGHT = 0.12; // of the heaviest unit: lighter ones are left unmarked
const ROWS = 10;

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
  return words;
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
  if (found.pieces.length) parts.push(drawText(found, largest));
  for (const line of found.changes) parts.push(element("p", { dir: "auto" }, line));
  if (found.top.length) parts.push(drawBars(found));
  parts.push(...notes(found).map((line) => element("p", { class: "muted small why-note", dir: "auto" }, line)));
  return parts;
}

// The button, and where what it finds is put; `asked` is the request that was answered.
export function offer(asked, answer) {
  const button = element("button", { type: "button", class: "quiet", id: "why" }, "Why?");
  const flip = answer.label === undefined ? null : element("button", { type: "button", class: "quiet", id: "flip" }, "What would change it?");
  const place = element("div", { id: "explanation", class: "why", "aria-live": "polite" });
  const ask = async (pressed, method) => {
    pressed.disabled = true;
    place.replaceChildren(element("p", { class: "muted small" }, "Asking the model about parts of this input …"));
    try {
      const response = await post("/v1/explain", method ? { ...asked, method } : asked);
      const content = await response.json();
      if (response.ok) place.replaceChildren(...draw(content.explanations[0]));
      else place.replaceChildren(element("p", { class: "refused" }, content.error.message));
    } catch (failure) {
      place.replaceChildren(element("p", { class: "refused" }, unreachable(failure).message));
    } finally {
      pressed.disabled = false;
    }
  };
  button.addEventListener("click", () => ask(button, null));
  flip?.addEventListener("click", () => ask(flip, "counterfactual"));
  return [element("div", { class: "actions" }, ...[button, flip].filter(Boolean)), place];
}
