// One source: how it stands, what to do about it, and how to connect it.

import { post } from "./api.js";
import { button, make } from "./element.js";
import { accountForm, loginForm, pasteForm } from "./source-forms.js";
import { dayOf, moment, timed } from "./times.js";
import { count, many } from "./words.js";

const STATES = { connected: "connected", "login-needed": "log in again", disconnected: "not connected" };
const ABOUT = {
  spotify: "What you listen to from now on, looked up every five minutes. Needs an application of your own at Spotify, and Premium.",
  lastfm: "Every listen you ever scrobbled, back to the first, and then what is new.",
  listenbrainz: "Every listen you ever submitted, back to the first, and then what is new.",
};

/** The card of a source; `look` fetches all of them again, `letGo` asks about disconnecting. */
export function cardOf(source, redirect, { look, letGo }) {
  const on = source.state !== "disconnected";
  return make("article", { className: "source", "aria-labelledby": `title-${source.id}` },
    make("div", { className: "row" }, make("h3", { id: `title-${source.id}` }, source.title), pill(source)),
    on ? undefined : make("p", { className: "quiet" }, ABOUT[source.id]),
    ...warnings(source),
    on || source.told > 0 ? facts(source) : undefined,
    ...(source.id === "spotify" ? spotifyForms(source, redirect, look) : [on ? otherAccount(source, look) : accountForm(source, look)]),
    on ? actions(source, look, letGo) : undefined);
}

function pill({ state, lockedUntil, message }) {
  const locked = state === "connected" && lockedUntil;
  const trouble = state === "login-needed" || (state === "connected" && message && !locked);
  const kind = trouble ? "pill trouble" : state === "connected" ? "pill on" : "pill";
  return make("span", { className: kind }, locked ? "resting" : trouble && state === "connected" ? "in trouble" : STATES[state] ?? state);
}

function warnings({ state, message, lockedUntil, login, title }) {
  const all = [];
  if (message) {
    all.push(make("p", { className: "warning" + (state === "login-needed" ? " urgent" : "") },
      message, lockedUntil ? ` Nothing is asked before ${moment(lockedUntil)}.` : ""));
  }
  if (state === "connected" && (login?.warning === "soon" || login?.warning === "urgent")) {
    all.push(make("p", { className: "warning" + (login.warning === "urgent" ? " urgent" : "") },
      `${title} ends this login on ${dayOf(login.endsAt)}, in ${many(login.daysLeft, "day")}. Log in again before, and nothing is missed.`));
  }
  return all;
}

function facts(source) {
  const rows = [
    ["Playing", playing(source)],
    ["Last asked", source.lastPoll && timed(source.lastPoll)],
    ["Next", source.nextPoll && !source.lockedUntil && timed(source.nextPoll, new Date(source.nextPoll) < Date.now() ? "at once" : undefined)],
    ["Read back to", source.readBackTo && (new Date(source.readBackTo) > Date.now() ? "just begun" : timed(source.readBackTo, dayOf(source.readBackTo)))],
    ["Logged in", source.login && source.state === "connected" && `since ${dayOf(source.login.since)}, ends ${dayOf(source.login.endsAt)}`],
    [source.id === "spotify" ? "Client id" : "Name", source.account],
    ["Listens", tally(source)],
  ];
  return make("dl", { className: "facts" },
    ...rows.filter(([, value]) => value).flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}

function playing({ playing: now }) {
  if (!now || Date.now() - new Date(now.seenAt) > 15 * 60 * 1000) {
    return undefined;
  }
  if (now.hidden) {
    return "a private session: not shown, not kept";
  }
  return now.title && make("span", {}, make("bdi", {}, `${now.title} – ${now.artist}`), make("span", { className: "quiet" }, " (not counted yet)"));
}

function tally({ told, stored, dropped }) {
  const reasons = Object.entries(dropped).sort().map(([reason, number]) => `${reason} ${count(number)}`);
  const gone = told - stored;
  return told === 0 ? "none yet" : `${count(stored)} stored` + (gone > 0 ? `, ${count(gone)} not kept (${reasons.join(", ")})` : "");
}

function spotifyForms(source, redirect, look) {
  const again = source.state === "login-needed";
  const form = loginForm(source, redirect);
  const paste = pasteForm(look);
  if (source.state === "connected") {
    return [make("details", {}, make("summary", {}, "Log in again"), form, paste), rule()].map(named("again"));
  }
  return [again ? undefined : steps(redirect), form, paste, rule()].filter(Boolean);
}

function otherAccount(source, look) {
  return named("account")(make("details", {}, make("summary", {}, "Another name or key"), accountForm(source, look)));
}

const named = (name) => (element) => {
  if (element.tagName === "DETAILS" && !element.dataset.name) {
    element.dataset.name = name;
  }
  return element;
};

function steps(redirect) {
  const details = make("details", {},
    make("summary", {}, "How to get a client id, once"),
    make("ol", {},
      make("li", {}, "Open ", make("a", { href: "https://developer.spotify.com/dashboard", target: "_blank", rel: "noreferrer" }, "Spotify’s dashboard"), ", and create an app. Any name will do; choose “Web API”."),
      make("li", {}, "As its redirect URI, enter exactly:", make("pre", {}, make("code", {}, redirect))),
      make("li", {}, "Under user management, add the account you listen with."),
      make("li", {}, "Copy the client id from its settings. The secret is not needed: leave it there.")));
  details.dataset.name = "steps";
  return details;
}

function rule() {
  return make("p", { className: "quiet" },
    "Spotify’s developer policy (III.14) does not let anybody train models with what its API tells. So these plays answer your moods, and models do not learn from them unless you say so, below.");
}

function actions(source, look, letGo) {
  const ask = button("Ask now", async () => {
    await post(`plays/sources/${source.id}/poll`, {});
    await look();
  });
  ask.dataset.name = "ask";
  const end = button("Disconnect", () => letGo(source));
  end.dataset.name = "end";
  const may = source.state === "connected" && !source.lockedUntil;
  return make("div", { className: "actions" }, ...(may ? [ask] : []), end);
}
