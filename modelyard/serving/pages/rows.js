// The playground: a form drawn from the model's schema, one request at a time. Nothing is put into the page as HTML.
import { offer } from "./explain.js";
import { byId, clearErrors, curl, describe, drawFieldError, element, post, startPlayground, unreachable } from "./page.js";

const MISSING = "";
let explains = false; // whether the server says what an answer rests on
let named = {}; // the field that names the model, where the server has several

function short(number) {
  return Number(number.toPrecision(4)).toLocaleString("en", { maximumSignificantDigits: 4 });
}

function control(column, id) {
  const common = { id, name: column.name };
  if (column.kind === "text") {
    return element("textarea", { ...common, rows: "7", dir: "auto", placeholder: "Write or paste a text", spellcheck: "false" });
  }
  if (column.kind === "vector") return element("textarea", { ...common, rows: "5", class: "mono", spellcheck: "false" });
  if (column.kind === "number") {
    const input = element("input", { ...common, type: "text", inputmode: "decimal", placeholder: "missing" });
    return input;
  }
  if (column.kind === "category" && column.values) {
    const select = element("select", common, element("option", { value: "null" }, "(missing)"));
    for (const value of column.values) select.append(element("option", { value: "=" + value }, value === "" ? '""' : value));
    return select;
  }
  const placeholder = column.kind === "date" ? "for example 2026-11-25" : "missing";
  return element("input", { ...common, type: "text", dir: "auto", placeholder });
}

function hint(column) {
  if (column.kind === "number" && column.low !== undefined && column.high !== undefined) {
    return `${short(column.low)} to ${short(column.high)} in training`;
  }
  if (column.kind === "vector") return `numbers, shape ${column.shape.join(" × ")}`;
  if (column.kind === "category" && column.values) return `${column.values.length} values`;
  return column.kind === "text" ? "" : column.kind;
}

function drawField(column, i) {
  const id = `field-${i}`;
  const note = hint(column);
  const label = element("label", { for: id }, element("span", { dir: "auto" }, column.name));
  if (note) label.append(element("span", { class: "muted note" }, note));
  const wide = column.kind === "text" || column.kind === "vector";
  const error = element("p", { class: "field-error small", id: `${id}-error` });
  return element("div", { class: wide ? "field wide" : "field" }, label, control(column, id), error);
}

function setValue(column, i, value) {
  const input = byId(`field-${i}`);
  if (input.tagName === "SELECT") {
    const wanted = value === null || value === undefined ? "null" : "=" + value;
    input.value = [...input.options].some((option) => option.value === wanted) ? wanted : "null";
  } else if (column.kind === "vector") input.value = JSON.stringify(value);
  else input.value = value === null || value === undefined ? MISSING : String(value);
}

function getValue(column, i) {
  const input = byId(`field-${i}`);
  if (input.tagName === "SELECT") return input.value === "null" ? null : input.value.slice(1);
  if (column.kind === "text") return input.value;
  if (input.value.trim() === MISSING) return null;
  if (column.kind === "number") {
    const number = Number(input.value.trim());
    return Number.isFinite(number) ? number : input.value;
  }
  if (column.kind === "vector") {
    try { return JSON.parse(input.value); } catch { return input.value; }
  }
  return input.value;
}

function request(columns) {
  return { ...named, inputs: [Object.fromEntries(columns.map((column, i) => [column.name, getValue(column, i)]))] };
}

function drawCall(columns) {
  byId("curl").textContent = curl("/v1/predict", request(columns));
}

function percent(score) {
  const value = score * 100;
  if (value > 0 && value < 0.1) return "<0.1%";
  if (value < 100 && value > 99.9) return ">99.9%";
  return `${value.toFixed(1)}%`;
}

// What the recipe states of answers: whether the label is sure enough, the labels that hold the truth.
function drawStated(answer) {
  const parts = [];
  if (answer.confident !== undefined) {
    const said = answer.confident ? "confident" : "not confident: have somebody look";
    parts.push(element("p", { class: answer.confident ? "stated small" : "stated unsure small" }, said));
  }
  if (answer.label_set) {
    const names = answer.label_set.map((label) => (label === "" ? '""' : label)).join(", ");
    parts.push(element("p", { class: "stated small" }, element("span", { class: "muted" }, "label set: "), element("span", { dir: "auto" }, names)));
  }
  return parts;
}

function drawScores(answer) {
  const scores = Object.entries(answer.scores).sort((a, b) => b[1] - a[1]);
  const shown = scores.slice(0, 12);
  const list = element("ol", { class: "scores" });
  for (const [label, score] of shown) {
    const fill = element("span", { class: "fill" });
    fill.style.setProperty("--share", String(score));
    const row = element(
      "li", { class: label === answer.label ? "best" : "" },
      element("span", { class: "score-label", dir: "auto" }, label === "" ? '""' : label),
      element("span", { class: "score-value" }, percent(score)),
      element("span", { class: "track", "aria-hidden": "true" }, fill),
    );
    list.append(row);
  }
  const rest = scores.length - shown.length;
  const parts = [element("p", { class: "verdict", dir: "auto" }, answer.label === "" ? '""' : answer.label), ...drawStated(answer), list];
  if (rest > 0) parts.push(element("p", { class: "muted small" }, `and ${rest} labels below ${percent(shown.at(-1)[1])}`));
  return parts;
}

function digits(value) {
  return value.toLocaleString("en", { maximumSignificantDigits: 6 });
}

function drawValue(answer) {
  const text = typeof answer.value === "number" ? digits(answer.value) : JSON.stringify(answer, null, 1);
  const parts = [element("p", { class: "verdict" }, text)];
  if (answer.low !== undefined) parts.push(element("p", { class: "stated small" }, `from ${digits(answer.low)} to ${digits(answer.high)}`));
  return parts;
}

function drawAnswer(content, milliseconds, asked) {
  const answer = content.predictions[0];
  const parts = answer.scores ? drawScores(answer) : drawValue(answer);
  parts.push(element("p", { class: "muted small timing" }, `${milliseconds.toFixed(1)} ms there and back`));
  if (explains) parts.push(...offer(asked, answer));
  byId("answer").replaceChildren(...parts);
}

function drawError(columns, error) {
  let placed = false;
  columns.forEach((column, i) => {
    if (error.field && error.field.startsWith(`inputs[0].${column.name}`)) {
      drawFieldError(`field-${i}`, error.message);
      placed = true;
    }
  });
  const message = placed ? "One field does not fit; see the form." : error.message;
  byId("answer").replaceChildren(element("p", { class: "refused" }, message));
}

async function send(columns) {
  clearErrors();
  byId("send").disabled = true;
  const started = performance.now();
  try {
    const asked = request(columns);
    const response = await post("/v1/predict", asked);
    const content = await response.json();
    if (response.ok) drawAnswer(content, performance.now() - started, asked);
    else drawError(columns, content.error);
  } catch (failure) {
    drawError(columns, unreachable(failure));
  } finally {
    byId("send").disabled = false;
  }
}

async function start() {
  const content = await describe();
  const { model, models, schema, example } = content;
  explains = content.abilities.includes("explain");
  if (models.length > 1) named = { model: model.name };
  const columns = schema.inputs;
  byId("fields").append(...columns.map(drawField));
  if (columns.length > 6) document.body.classList.add("many");
  const fill = () => {
    columns.forEach((column, i) => setValue(column, i, example[column.name]));
    clearErrors();
    drawCall(columns);
  };
  fill();
  byId("example").addEventListener("click", fill);
  const inputs = columns.length === 1 ? "1 input" : `${columns.length} inputs`;
  startPlayground(content, inputs, () => drawCall(columns), () => send(columns));
}

start();
