package io.chihiro.acceptance;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What the page does where the server tells less than all, or nothing.
@Order(3)
class PageEdgesIT {
  private static final int AT_ONCE = 50;
  private static final int IN_ONE_ANSWER = 500;
  private static final int REJECTED = 520;

  @Test
  void thePageGoesOn() throws Exception {
    assumeTrue(Files.exists(BrowserIT.CHROMIUM), "there is no Chromium");
    RunningSystem system = Systems.sampleLife().system();
    try (Api api = system.api();
        Playwright playwright = BrowserIT.playwright();
        Browser browser = BrowserIT.browser(playwright)) {
      Page page = browser.newPage();
      page.navigate(api.post("/api/v1/links", "{}").fine().path("link").asText());
      whoeverCannotLeaveIsTold(page);
      page.route("**/api/v1/rejected?*", PageEdgesIT::tellSome);
      page.navigate("http://127.0.0.1:" + system.ports().first() + "/sources.html");
      whatWasRejectedIsShownToTheLast(page);
    }
  }

  private static void whoeverCannotLeaveIsTold(Page page) {
    page.locator("main:visible").waitFor();
    page.route("**/api/v1/session", Route::abort);
    page.locator("#leave").dispatchEvent("click");
    page.locator("#notice").getByText("Chihiro does not answer.").waitFor();
  }

  private static void whatWasRejectedIsShownToTheLast(Page page) {
    Locator rows = page.locator("#rejected li");
    Locator more = page.locator("#rejected-more");
    for (int shown = AT_ONCE; shown < REJECTED; shown += AT_ONCE) {
      rows.nth(shown - 1).waitFor();
      more.click();
    }
    rows.nth(REJECTED - 1).waitFor();
    assertEquals(REJECTED, rows.count());
    assertFalse(more.isVisible());
  }

  private static void tellSome(Route call) {
    Map<String, Integer> asked =
        Stream.of(call.request().url().replaceFirst(".*[?]", "").split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1])));
    ObjectNode answer = Api.JSON.createObjectNode().put("total", REJECTED);
    ArrayNode rejected = answer.putArray("rejected");
    int first = asked.getOrDefault("offset", 0);
    int limit = Math.min(asked.getOrDefault("limit", AT_ONCE), IN_ONE_ANSWER);
    for (int number = first; number < Math.min(REJECTED, first + limit); number++) {
      rejected
          .addObject()
          .put("id", "ingest-service-0-" + number)
          .put("service", "ingest-service")
          .put("topic", "plays")
          .put("key", "owner/" + number)
          .put("reason", "not a readable TrackPlayed")
          .put("rejectedAt", "2026-11-22T08:00:00Z");
    }
    call.fulfill(
        new Route.FulfillOptions().setContentType("application/json").setBody(answer.toString()));
  }
}
