// Makes elements. Text goes in as text nodes only, so nothing a server says can become markup.

/** One element: `properties` are set as DOM properties, `children` are nodes or plain text. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("aria-") || name === "role") {
      element.setAttribute(name, value);
    } else {
      element[name] = value;
    }
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** A button that does not send a form. */
export function button(text, action, className = "plain") {
  const made = make("button", { type: "button", className }, text);
  made.addEventListener("click", action);
  return made;
}

/** A list item for a file that came to nothing, its name first unless the sentence already says it. */
export function troubled(name, sentence, ...more) {
  const title = sentence.includes(name) ? [] : [make("strong", {}, make("bdi", {}, name)), " "];
  return make("li", {}, ...title, sentence, ...more);
}

/** Tells a screen reader something that is seen elsewhere on the page. */
export function say(sentence) {
  byId("said").textContent = sentence;
}
