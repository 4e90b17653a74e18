// The playground of a language model: a text is continued, or a conversation answered, shown as it is written.
// Nothing is put into the page as HTML.
import { byId, clearErrors, curl, describe, drawFieldError, element, post, startPlayground, unreachable } from "./page.js";

const NUMBERS = ["max_tokens", "temperature", "top_p", "seed"];
let name = "";
let context = 0; // tokens that the model reads
let chats = false; // whether the page is a conversation now
let messages = []; // of the conversation so far
let running = null; // aborts what is being written

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

function request(text = byId("prompt").value) {
  const asked = chats ? { messages: [...messages, { role: "user", content: text }] } : { prompt: text };
  return { model: name, ...asked, ...options(), stream: true };
}

function route() {
  return chats ? "/v1/chat/completions" : "/v1/completions";
}

function drawCall() {
  byId("curl").textContent = curl(route(), request(), { streams: true });
}

function drawError(error) {
  const field = error.field ? error.field.split(/[.[]/)[0] : "";
  const place = ["prompt", "messages"].includes(field) ? "prompt" : field;
  if (NUMBERS.concat("prompt").includes(place)) {
    drawFieldError(place, error.message);
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
  into.querySelector(".empty")?.remove();
  const answer = bubble("assistant", "");
  into.append(bubble("user", text), answer);
  return answer.querySelector(".words");
}

// The answer to a text. A conversation that is refused as a whole is asked again without its oldest question and answer,
// as `modelyard chat` does: it has outgrown what the model reads.
async function ask(text) {
  const all = messages;
  while (true) {
    const response = await post(route(), { ...request(text), stream_options: { include_usage: true } }, running.signal);
    if (response.ok) {
      const left = all.length - messages.length;
      if (left) byId("answer").append(element("p", { class: "muted small" },
        `The model reads ${context.toLocaleString("en")} tokens: the ${left} oldest messages are left out from here on.`));
      return response;
    }
    const { error } = await response.json();
    if (!chats || error.field !== "messages" || messages.length < 2) {
      messages = all;
      drawError(error);
      return null;
    }
    messages = messages.slice(2);
  }
}

function ending(reason, usage) {
  if (reason === "you") return "you";
  if (reason === "stop") return "the model";
  return usage && usage.total_tokens >= context ? "the model's context" : "the limit of tokens";
}

async function write(text) {
  const started = performance.now();
  const response = await ask(text);
  if (!response) return;
  const written = begin(text);
  let said = "";
  let reason = "";
  let usage = null;
  const draw = () => {
    const seconds = (performance.now() - started) / 1000;
    const tokens = usage ? usage.completion_tokens : 0;
    const rate = seconds > 0.2 && tokens ? `, ${(tokens / seconds).toFixed(0)} a second` : "";
    const amount = tokens ? `${tokens.toLocaleString("en")} ${tokens === 1 ? "token" : "tokens"} in ` : "";
    byId("timing").textContent = `${amount}${seconds.toFixed(1)} s${rate}${reason ? `, ended by ${ending(reason, usage)}` : ""}`;
  };
  try {
    for await (const event of events(response)) {
      if (event.error) { drawError(event.error); break; }
      usage = event.usage ?? usage;
      for (const choice of event.choices) {
        const piece = chats ? choice.delta.content ?? "" : choice.text;
        if (piece) { written.append(piece); said += piece; }
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
    messages = [...messages, { role: "user", content: text }, { role: "assistant", content: said }];
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
    await write(byId("prompt").value);
  } catch (failure) {
    if (failure.name !== "AbortError") drawError(unreachable(failure));
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

async function start() {
  const content = await describe();
  const { model, example, language } = content;
  ({ name } = model);
  ({ context } = language);
  byId("max_tokens").value = String(Math.min(128, Math.floor(context / 2)));
  byId("temperature").value = "0.8";
  document.querySelector(".modes").hidden = !language.template;
  byId("base").hidden = language.chat;
  byId("mode-continue").addEventListener("click", () => choose(false));
  byId("mode-chat").addEventListener("click", () => choose(true));
  choose(language.chat);
  const first = Object.values(example)[0];
  if (!language.chat && typeof first === "string" && first !== "...") byId("prompt").value = first.slice(0, 80);
  drawCall();
  byId("stop").addEventListener("click", () => running?.abort());
  byId("clear").addEventListener("click", clear);
  startPlayground(content, `context of ${context.toLocaleString("en")} tokens`, drawCall, send);
}

start();
