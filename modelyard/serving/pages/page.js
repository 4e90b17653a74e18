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

async function drawHealth() {
  const pill = byId("health");
  try {
    const { status } = await (await fetch("/health")).json();
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
export function startPlayground(model, fact, drawCall, send) {
  document.title = `${model.name} - Modelyard`;
  byId("name").textContent = model.name;
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
  setInterval(drawHealth, 10000);
}
