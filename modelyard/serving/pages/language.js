// The playground of a language model: a text is continued, or a conversation answered, shown as it is written.
// Nothing is put into the page as HTML.
"use strict";

const byId = (id) => document.getElementById(id);
const NUMBERS = ["max_tokens", "temperature", "top_p", "seed"];
let name = "";
let chats = false; // whether the page is a conversation now
let messages = []; // of the conversation so far
let running = null; // aborts what is being written

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function options() {
  const found = {};
  for (const field of NUMBERS) {
    const text = byId(field).value.trim();
    if (text === "") continue;
    const number = Number(text);
    found[field] = Number.isFinite(number) ? number : text; // the server says what is wrong with it
  }
  return found;
}

function request() {
  const text = byId("prompt").value;
  const asked = chats ? { messages: [...messages, { role: "user", content: text }] } : { prompt: text };
  return { model: name, ...asked, ...options(), stream: true };
}

function route() {
  return chats ? "/v1/chat/completions" : "/v1/completions";
}

function drawCall() {
  const body = "'" + JSON.stringify(request()).replaceAll("'", "'\\''") + "'";
  byId("curl").textContent = `curl -N ${location.origin}${route()} \\\n  -H 'Content-Type: application/json' \\\n  -d ${body}`;
}

function clearErrors() {
  for (const node of document.querySelectorAll(".field-error")) node.textContent = "";
  for (const node of document.querySelectorAll("[aria-invalid]")) node.removeAttribute("aria-invalid");
}

function drawError(error) {
  const field = error.field ? error.field.split(/[.[]/)[0] : "";
  const place = ["prompt", "messages"].includes(field) ? "prompt" : field;
  const input = place ? byId(place) : null;
  if (input && NUMBERS.concat("prompt").includes(place)) {
    byId(`${place}-error`).textContent = error.message;
    input.setAttribute("aria-invalid", "true");
    input.focus();
    return;
  }
  byId("answer").append(element("p", { class: "refused" }, error.message));
}

// The JSON of each event; a piece of a character or of an event waits for the rest of it.
async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  while (true) {
    const { done, value } = await reader.read();
    if (done) return;
    held += value;
    const parts = held.split("\n\n");
    held = parts.pop();
    for (const part of parts) {
      const data = part.startsWith("data: ") ? part.slice(6) : "";
      if (data && data !== "[DONE]") yield JSON.parse(data);
    }
  }
}

function bubble(role, text) {
  return element("div", { class: `said ${role}` }, element("p", { class: "role muted small" }, role === "user" ? "You" : name),
    element("p", { class: "words", dir: "auto" }, text));
}

// Where the answer is written to, and what stands before it.
function begin(text) {
  const into = byId("answer");
  if (!chats) {
    const written = element("span", {});
    into.replaceChildren(element("p", { class: "words", dir: "auto" }, element("span", { class: "muted" }, text), written));
    return written;
  }
  if (!messages.length) into.replaceChildren();
  const answer = bubble("assistant", "");
  into.append(bubble("user", text), answer);
  return answer.querySelector(".words");
}

async function write(text, body, address) {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: running.signal,
  });
  if (!response.ok) {
    drawError((await response.json()).error);
    return;
  }
  const written = begin(text);
  let said = "";
  let count = 0;
  let reason = "";
  const started = performance.now();
  const draw = () => {
    const seconds = (performance.now() - started) / 1000;
    const rate = seconds > 0.2 ? `, ${(count / seconds).toFixed(0)} pieces/s` : "";
    byId("timing").textContent = `${count} pieces of text in ${seconds.toFixed(1)} s${rate}${reason ? `, ended by ${reason}` : ""}`;
  };
  try {
    for await (const event of events(response)) {
      if (event.error) { drawError(event.error); break; }
      for (const choice of event.choices) {
        const piece = chats ? choice.delta.content ?? "" : choice.text;
        if (piece) { written.append(piece); said += piece; count += 1; }
        reason = choice.finish_reason ?? reason;
      }
      draw();
    }
  } catch (failure) {
    if (failure.name !== "AbortError") throw failure;
    reason = "you";
  }
  draw();
  if (chats) {
    messages.push({ role: "user", content: text }, { role: "assistant", content: said });
    byId("prompt").value = "";
  }
}

async function send() {
  if (running) return;
  clearErrors();
  byId("timing").textContent = "";
  running = new AbortController();
  byId("send").disabled = true;
  byId("stop").disabled = false;
  byId("answer").setAttribute("aria-busy", "true");
  try {
    await write(byId("prompt").value, request(), route());
  } catch (failure) {
    if (failure.name !== "AbortError") drawError({ message: `The server cannot be reached (${failure.message}).` });
  } finally {
    running = null;
    byId("send").disabled = false;
    byId("stop").disabled = true;
    byId("answer").removeAttribute("aria-busy");
    drawCall();
  }
}

function clear() {
  messages = [];
  byId("prompt").value = "";
  byId("timing").textContent = "";
  byId("answer").replaceChildren(element("p", { class: "empty muted" }, "Nothing asked yet."));
  clearErrors();
  drawCall();
}

function choose(chat) {
  chats = chat;
  byId("mode-chat").setAttribute("aria-selected", String(chat));
  byId("mode-continue").setAttribute("aria-selected", String(!chat));
  byId("prompt-label").textContent = chat ? "Your message" : "The beginning of a text";
  byId("send").textContent = chat ? "Send" : "Write";
  clear();
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

async function start() {
  const { model, example, language } = await (await fetch("/v1/model")).json();
  name = model.name;
  document.title = `${name} - Modelyard`;
  byId("name").textContent = name;
  const context = `context of ${language.context.toLocaleString("en")} tokens`;
  byId("facts").append(...[model.task, model.family, context, model.digest.slice(0, 12)].map(
    (fact, i) => element("span", { class: i === 3 ? "mono" : "" }, fact),
  ));
  byId("max_tokens").value = String(Math.min(128, Math.floor(language.context / 2)));
  byId("temperature").value = "0.8";
  document.querySelector(".modes").hidden = !language.template;
  byId("base").hidden = language.chat;
  byId("mode-continue").addEventListener("click", () => choose(false));
  byId("mode-chat").addEventListener("click", () => choose(true));
  choose(language.chat);
  const first = Object.values(example)[0];
  if (!language.chat && typeof first === "string" && first !== "...") byId("prompt").value = first.split(/\s+/).slice(0, 8).join(" ").slice(0, 80);
  drawCall();
  byId("form").addEventListener("input", drawCall);
  byId("form").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  byId("form").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); }
  });
  byId("stop").addEventListener("click", () => running?.abort());
  byId("clear").addEventListener("click", clear);
  byId("copy").addEventListener("click", copy);
  drawHealth();
  setInterval(drawHealth, 10000);
}

start();
