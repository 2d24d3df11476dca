// Coming in with a token, and leaving.

import { begin, get, remove } from "./api.js";
import { byId } from "./element.js";

/** Prepares both; `onChange` hears that somebody came in or left, `lost` why somebody could not leave. */
export function prepareSession(onChange, lost) {
  byId("token-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    byId("token-problem").textContent = "";
    try {
      await begin(byId("token").value.trim());
      byId("token").value = "";
      onChange();
    } catch (problem) {
      byId("token-problem").textContent =
        problem.status === 401 ? "This token lets nobody in: it may have expired, or was taken back." : problem.message;
    }
  });
  byId("leave").addEventListener("click", async () => {
    try {
      await remove("session");
    } catch (problem) {
      // Whom the server does not know any more has left already.
      if (problem.status !== 401) {
        lost(problem);
        return;
      }
    }
    onChange();
  });
}

/** Says who is here, unless it is the owner of this machine. */
export async function showWho() {
  const { name } = await get("me");
  byId("who").hidden = name === "owner";
  byId("who-name").textContent = name;
}
