package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The review page in a real browser, mostly by keyboard.
@Order(3)
class ReviewBrowserIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_ENTRIES = 40;
  private static final LocalDate FIRST = LocalDate.parse("2021-09-01");

  private Api api;
  private ReviewPages pages;
  private Playwright playwright;
  private Browser browser;
  private Page page;
  private final List<String> faults = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    assumeTrue(Files.exists(BrowserIT.CHROMIUM), "there is no Chromium at " + BrowserIT.CHROMIUM);
    RunningSystem system = Systems.sampleLife().system();
    api = system.api();
    pages = new ReviewPages(system, api, "red-book");
    pages.lay("apple.jpg", FIRST, "", "We picked the last apples. The ladder stood in wet grass.");
    pages.lay("boat.jpg", FIRST.plusDays(1), "", "The boat came late. Then it was another day.");
    pages.lay("cat.jpg", FIRST.plusDays(2), "", "The cat slept on my letters and would not move.");
    playwright = BrowserIT.playwright();
    browser = BrowserIT.browser(playwright);
    page = browser.newPage();
    page.onPageError(faults::add);
    page.setDefaultTimeout((double) PATIENCE.toMillis());
  }

  @AfterEach
  void close() {
    browser.close();
    playwright.close();
    api.close();
  }

  @Test
  void aPersonCorrectsSplitsKeepsPrivateAndTakesBack() throws Exception {
    String apple = pages.await("apple.jpg").path("entry").path("id").asText();
    String boat = pages.await("boat.jpg").path("entry").path("id").asText();
    String cat = pages.await("cat.jpg").path("entry").path("id").asText();
    page.navigate(api.post("/api/v1/links", "{}").fine().path("link").asText());
    page.locator("#to-review a").click();
    page.locator("#desk").waitFor();

    correct(apple);
    split(boat);
    keepPrivateAndTakeBack(cat);
    showOnAPhone();
    assertEquals(List.of(), faults);
  }

  private void correct(String id) throws Exception {
    turnTo("apple.jpg");
    page.locator("#sheet").waitFor();
    BrowserIT.picture(page, "review");
    page.keyboard().press("+");
    page.keyboard().press("r");
    page.locator("#date").fill("2021-09-01");
    page.locator("#text").fill("We picked the last apples with Marta.");
    page.locator("#text").press("Control+Enter");
    awaitStep();
    awaitGone("apple.jpg");

    JsonNode entry = pages.entry(id);
    assertEquals("2021-09-01", entry.path("date").asText());
    assertEquals("We picked the last apples with Marta.", entry.path("text").asText());
    assertEquals("confirmed", entry.path("status").asText());
  }

  private void split(String id) throws Exception {
    turnTo("boat.jpg");
    page.locator("#text").fill("The boat came late.\nThen it was another day.");
    page.locator("#text").evaluate("field => field.setSelectionRange(20, 20)");
    page.locator("#text").press("Escape");
    page.keyboard().press("s");
    awaitStep();
    Patience.untilTrue(
        PATIENCE, "the first piece is left", () -> text(id).equals("The boat came late."));
    assertEquals("Then it was another day.", text(id + ".2"));
  }

  private void keepPrivateAndTakeBack(String id) throws Exception {
    turnTo("cat.jpg");
    page.locator("#view").focus();
    page.keyboard().press("p");
    awaitStep();
    awaitGone("cat.jpg");
    assertEquals("private", pages.entry(id).path("status").asText());
    page.keyboard().press("u");
    awaitStep();
    Patience.untilTrue(PATIENCE, "it is a draft again", () -> status(id).equals("draft"));
    page.keyboard().press("u");
    awaitStep();
    Patience.untilTrue(
        PATIENCE, "the pieces are one again", () -> boatText().contains("another day"));
  }

  private String boatText() {
    try {
      return pages.await("boat.jpg").path("entry").path("text").asText();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void showOnAPhone() {
    page.setViewportSize(375, 740);
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    BrowserIT.picture(page, "review-phone");
    assertEquals(false, wider, "the page is wider than a phone");
    assertFalse(page.locator("#notice").isVisible());
    assertTrue(page.locator("#confirm").isVisible());
  }

  /// Goes on with the keyboard until a page is shown.
  private void turnTo(String name) throws Exception {
    page.locator("#view").focus();
    for (int i = 0; i < MOST_ENTRIES && !isShown(name); i++) {
      page.keyboard().press("j");
    }
    Patience.untilTrue(PATIENCE, name + " is shown", () -> isShown(name));
  }

  private boolean isShown(String name) {
    return page.locator("#place").innerText().endsWith(name);
  }

  private void awaitStep() {
    page.locator("#desk[aria-busy='false']")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }

  private void awaitGone(String name) throws Exception {
    Patience.untilTrue(PATIENCE, name + " waits no more", () -> !waits(name));
  }

  private boolean waits(String name) {
    try {
      return pages.find(name).isPresent();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(String id) {
    return field(id, "text");
  }

  private String status(String id) {
    return field(id, "status");
  }

  private String field(String id, String name) {
    try {
      return pages.entry(id).path(name).asText();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
