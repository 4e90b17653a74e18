// What the pages share. Nothing is put into a page as HTML.

export const byId = (id) => document.getElementById(id);

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

// A command that posts a body, as a shell reads it; `key` is what the server asks for.
export function curl(path, body, { key = "", streams = false } = {}) {
  const quoted = "'" + JSON.stringify(body).replaceAll("'", "'\\''") + "'";
  const header = key ? ` \\\n  -H 'Authorization: Bearer ${key}'` : "";
  return `curl ${streams ? "-N " : ""}${location.origin}${path}${header} \\\n  -H 'Content-Type: application/json' \\\n  -d ${quoted}`;
}

export function post(path, body, signal) {
  return fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal });
}

export function clearErrors() {
  for (const node of document.querySelectorAll(".field-error")) node.textContent = "";
  for (const node of document.querySelectorAll("[aria-invalid]")) node.removeAttribute("aria-invalid");
}

export function drawFieldError(id, message) {
  byId(`${id}-error`).textContent = message;
  byId(id).setAttribute("aria-invalid", "true");
  byId(id).focus();
}

export function unreachable(failure) {
  return { message: `The server cannot be reached (${failure.message}).` };
}

// The model that the page's address names; without one the first.
const asked = new URLSearchParams(location.search).get("model");

export function at(path, name = asked) {
  return name === null ? path : `${path}?model=${encodeURIComponent(name)}`;
}

export async function describe() {
  const response = await fetch(asked === null ? "/v1/model" : `/v1/models/${encodeURIComponent(asked)}`);
  const content = await response.json();
  if (response.ok) return content;
  byId("name").textContent = content.error.message;
  throw new Error(content.error.message);
}

// What every page shows of its model: its name, facts, and the ways to its other pages.
export function heading({ model, models, card }, before = "") {
  document.title = `${before}${model.name} - Modelyard`;
  byId("name").textContent = model.name;
  for (const [id, path] of [["playground", "/"], ["card", "/card"], ["api", "/docs"]]) byId(id)?.setAttribute("href", at(path));
  if (card && byId("card")) byId("card").hidden = false;
  const select = byId("model");
  if (!select || models.length < 2) return;
  select.hidden = false;
  select.append(...models.map((name) => element("option", { value: name }, name)));
  select.value = model.name;
  select.addEventListener("change", () => location.assign(at(location.pathname, select.value)));
}

const POINTS = 121; // as wide as the drawing
const trend = [];

function drawLive(lately, queued) {
  const number = (value, digits) => (value === null ? "none" : value.toLocaleString("en", { maximumFractionDigits: digits }));
  const figures = [
    ["requests a second", number(lately.requests_per_second, 1)],
    ["half of them within", lately.p50_ms === null ? "none" : `${number(lately.p50_ms, 1)} ms`],
    ["99 of 100 within", lately.p99_ms === null ? "none" : `${number(lately.p99_ms, 1)} ms`],
    ["waiting", number(queued, 0)],
  ];
  if (lately.tokens_per_second) figures.splice(1, 0, ["tokens a second", number(lately.tokens_per_second, 0)]);
  byId("live").replaceChildren(...figures.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))));
  trend.push(lately.requests_per_second);
  if (trend.length > POINTS) trend.shift();
  const most = Math.max(...trend, 1e-9);
  const points = trend.map((value, i) => `${(POINTS - trend.length + i).toFixed(0)},${(23 - (value / most) * 22).toFixed(1)}`);
  byId("trend").querySelector("polyline").setAttribute("points", points.join(" "));
  byId("live-trend").hidden = trend.length < 3 || most < 1e-6;
}

async function drawHealth() {
  const pill = byId("health");
  try {
    const { status, lately, queue_rows: queued } = await (await fetch("/health")).json();
    if (lately) drawLive(lately, queued);
    pill.textContent = status === "ok" ? "ready" : status;
    pill.className = status === "ok" ? "pill good" : "pill warn";
  } catch {
    pill.textContent = "unreachable";
    pill.className = "pill bad";
  }
}

async function copy() {
  const button = byId("copy");
  try {
    await navigator.clipboard.writeText(byId("curl").textContent);
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(byId("curl")); // no clipboard outside a secure context: the text is selected instead
    button.textContent = "Selected";
  }
  setTimeout(() => { button.textContent = "Copy"; }, 1500);
}

// What every playground shows of its model, and what its form does: `drawCall` after an input, `send` when it is sent.
export function startPlayground(content, fact, drawCall, send) {
  const { model } = content;
  heading(content);
  byId("facts").append(
    ...[model.task, model.family, fact].map((text) => element("span", {}, text)),
    element("span", { class: "mono", title: "digest of the artifact" }, model.digest.slice(0, 12)),
  );
  byId("form").addEventListener("input", drawCall);
  byId("form").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  byId("form").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); }
  });
  byId("copy").addEventListener("click", copy);
  drawHealth();
  setInterval(() => { if (!document.hidden) drawHealth(); }, 3000);
}
