// The API page: /openapi.json as a page. Nothing is put into the page as HTML, and nothing is loaded from elsewhere.
import { at, byId, curl, element } from "./page.js";

// A column that is empty in every row is left out.
function table(heads, rows) {
  const kept = (_, i) => rows.some((cells) => (cells[i].textContent ?? cells[i]) !== "");
  const head = element("tr", {}, ...heads.filter(kept).map((text) => element("th", { scope: "col" }, text)));
  const body = rows.map((cells) => element("tr", {}, ...cells.filter(kept).map((cell) => element("td", {}, cell))));
  return element("div", { class: "scroll" }, element("table", {}, element("thead", {}, head), element("tbody", {}, ...body)));
}

function code(text) {
  return element("code", { dir: "auto" }, text);
}

function typeOf(schema) {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" or ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(" or ");
  if (schema.type === "array") {
    const count = schema.minItems && schema.minItems === schema.maxItems ? `${schema.minItems} ` : "";
    const items = typeOf(schema.items);
    return `list of ${count}${["number", "integer", "text", "object"].includes(items) ? `${items}s` : items.replace(/^list/, "lists")}`;
  }
  return schema.type === "string" ? "text" : (schema.type ?? "any");
}

function shown(value) {
  const text = JSON.stringify(value);
  return text.length > 160 ? text.slice(0, 157) + "..." : text;
}

function fields(schema) {
  return Object.entries(schema.properties ?? {}).map(([name, part]) => [
    code(name),
    typeOf(part),
    element("span", { class: "note" }, part.description ?? ""),
    part.examples ? code(part.examples.slice(0, 4).map(shown).join(", ")) : "",
  ]);
}

// A value of JSON as Python writes it.
function pythonOf(value) {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(pythonOf).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  return `{${Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${pythonOf(part)}`).join(", ")}}`;
}

function samples(example, secured) {
  const url = `${location.origin}/v1/predict`;
  const body = JSON.stringify(example);
  const header = secured ? ', headers={"Authorization": "Bearer KEY"}' : "";
  const python = pythonOf(example);
  const scriptKey = secured ? ', "Authorization": "Bearer KEY"' : "";
  return {
    curl: curl("/v1/predict", example, { key: secured ? "KEY" : "" }),
    Python: `import httpx\n\nanswer = httpx.post("${url}"${header}, json=${python})\nanswer.raise_for_status()\nprint(answer.json()["predictions"])`,
    JavaScript: `const answer = await fetch("${url}", {\n  method: "POST",\n  headers: {"Content-Type": "application/json"${scriptKey}},\n  body: JSON.stringify(${body}),\n});\nconsole.log((await answer.json()).predictions);`,
  };
}

function tabs(texts, id = "sample") {
  const pre = element("pre", { tabindex: "0", id });
  const buttons = Object.entries(texts).map(([name, text]) => {
    const button = element("button", { type: "button", role: "tab", "aria-controls": id }, name);
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-selected", String(other === button));
      pre.textContent = text;
    });
    return button;
  });
  buttons[0].click();
  return [element("div", { class: "tabs", role: "tablist" }, ...buttons), pre];
}

function card(title, ...parts) {
  return element("section", { class: "card" }, element("h2", {}, title), ...parts);
}

// The routes of a language model, and how OpenAI's client calls them.
function languageCards(document_, secured) {
  const parts = [["CompletionRequest", "/v1/completions", "completions"], ["ChatRequest", "/v1/chat/completions", "chat.completions"],
    ["EmbeddingRequest", "/v1/embeddings", "embeddings"]];
  return parts.filter(([, path]) => document_.paths[path]).map(([name, path, method]) => {
    const schema = document_.components.schemas[name];
    const model = schema.properties.model.enum[0];
    const example = { model, ...schema.examples[0] };
    const given = Object.entries(example).map(([key, value]) => `${key}=${pythonOf(value)}`).join(", ");
    const key = secured ? "KEY" : "none";
    const streams = method !== "embeddings";
    const text = { completions: "choices[0].text", "chat.completions": "choices[0].message.content", embeddings: "data[0].embedding" }[method];
    return card(document_.paths[path].post.summary, ...tabs({
      curl: curl(path, streams ? { ...example, stream: true } : example, { key: secured ? "KEY" : "", streams }),
      Python: `from openai import OpenAI\n\nclient = OpenAI(base_url="${location.origin}/v1", api_key="${key}")\nanswer = client.${method}.create(${given})\nprint(answer.${text})`,
    }, `sample-${name}`), element("h3", {}, "The request"), table(["field", "type", "", "for example"], fields(schema)));
  });
}

function routes(paths) {
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, route]) => [
    element("span", { class: `method ${method}` }, method.toUpperCase()),
    element("span", { class: "address" }, path),
    route.summary,
  ]));
}

async function start() {
  const document_ = await (await fetch(at("/openapi.json"))).json();
  const { Row, Answer, Request } = document_.components.schemas;
  const predict = document_.paths["/v1/predict"].post;
  const secured = Boolean(document_.security);
  byId("name").textContent = document_.info.title.replace(/^Modelyard: /, "");
  byId("playground").setAttribute("href", at("/"));
  document.title = `${document_.info.title} API`;
  const limit = Request.properties.inputs.maxItems;
  byId("about").append(element("span", {}, `OpenAPI ${document_.openapi}`), element("span", {}, `up to ${limit.toLocaleString("en")} rows a request`));
  const errors = Object.entries(predict.responses).filter(([status]) => status !== "200");
  byId("doc").append(
    ...languageCards(document_, secured),
    card("Predict", ...tabs(samples(Request.examples[0], secured)),
      element("h3", {}, "One row of inputs"), table(["field", "type", "", "for example"], fields(Row)),
      element("h3", {}, "One answer"), table(["field", "type", "", "for example"], fields(Answer))),
    card("Addresses", table(["", "", ""], routes(document_.paths))),
    card("Errors",
      element("p", { class: "note" }, 'Every error is {"error": {"message", "field", "request_id"}}; field names the place, for example inputs[3].text.'),
      table(["status", "meaning"], errors.map(([status, answer]) => [code(status), answer.description]))),
  );
}

start();
