// Forms that connect a source: a login at Spotify, a pasted address, an account elsewhere.

import { post } from "./api.js";
import { make, say } from "./element.js";

const LOGIN_LOOKS = { lastfm: ["API key", "https://www.last.fm/api/account/create", "Get one"], listenbrainz: ["Token, if your listens are private", "https://listenbrainz.org/settings/", "See it"] };

/** Asks for the client id and leads to Spotify. */
export function loginForm(source, redirect) {
  const id = field("clientId", "Client id", { required: true, value: source.account, minLength: 16, spellcheck: false, autocomplete: "off" });
  return form([id, make("button", {}, source.state === "disconnected" ? "Log in at Spotify" : "Log in again")], async (values) => {
    const { address } = await post("plays/sources/spotify/login", { clientId: values.clientId.trim(), redirect });
    location.assign(address);
  });
}

/** For a browser on another machine than Chihiro: the address it landed on is pasted. */
export function pasteForm(look) {
  const details = make("details", {},
    make("summary", {}, "Chihiro runs on another machine?"),
    make("p", {}, "Log in above. The browser will end on a page that cannot be opened: that is all right. Copy the whole address of that page and paste it here."),
    form([field("address", "The address you landed on", { required: true, spellcheck: false, autocomplete: "off", placeholder: "http://127.0.0.1:8080/connected?code=…" }), make("button", { className: "plain" }, "Connect")], async (values, element) => {
      await post("plays/sources/spotify/landed", { address: values.address });
      element.reset();
      document.activeElement.blur();
      say("Spotify is connected.");
      await look();
    }));
  details.dataset.name = "paste";
  return details;
}

/** Name and key of an account. */
export function accountForm({ id, title }, look) {
  const [label, address, what] = LOGIN_LOOKS[id];
  const secret = field("secret", label, { required: id === "lastfm", type: "password", autocomplete: "off" });
  secret.append(make("a", { href: address, target: "_blank", rel: "noreferrer" }, what));
  return form([field("name", "Name at " + title, { required: true, spellcheck: false, autocomplete: "off" }), secret, make("button", {}, "Connect")], async (values, element) => {
    await post(`plays/sources/${id}/account`, { name: values.name, secret: values.secret });
    element.reset();
    document.activeElement.blur();
    await look();
  });
}

function field(name, label, properties) {
  return make("label", {}, label, make("input", { name, ...properties }));
}

function form(parts, action) {
  const problem = make("p", { className: "bad", role: "alert" });
  const element = make("form", {}, ...parts, problem);
  element.addEventListener("submit", async (e) => {
    e.preventDefault();
    problem.textContent = "";
    const send = element.querySelector("button");
    send.disabled = true;
    try {
      await action(Object.fromEntries(new FormData(element)), element);
    } catch (failure) {
      problem.textContent = failure.message;
    } finally {
      send.disabled = false;
    }
  });
  return element;
}
