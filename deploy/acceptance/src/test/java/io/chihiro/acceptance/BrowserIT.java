package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.chihiro.sample.LargeExport;
import io.chihiro.sample.PhotographedPage;
import io.chihiro.sample.PhotographedPage.Format;
import io.chihiro.sample.SampleLife;
import io.chihiro.sample.ZoneTimeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page, used in a real browser as a person uses it.
@Order(3)
class BrowserIT {
  static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final double PATIENCE_MS = Duration.ofSeconds(90).toMillis();
  private static final LocalDate DAY = LocalDate.parse("2022-01-10");

  @Test
  void aPersonOpensTheLinkBringsFilesAsksAndSeesTheEvidence(@TempDir Path folder) throws Exception {
    assumeTrue(Files.exists(CHROMIUM), "there is no Chromium at " + CHROMIUM);
    RunningSystem system = Systems.sampleLife().system();
    try (Api api = system.api();
        Playwright playwright = playwright();
        Browser browser = browser(playwright)) {
      Page page = browser.newPage();
      List<String> faults = listen(page);
      page.setDefaultTimeout(PATIENCE_MS);
      page.navigate(api.post("/api/v1/links", "{}").fine().path("link").asText());
      bring(page, folder);
      ask(page);
      speak(page);
      atPhoneWidth(page);
      assertEquals(List.of(), faults);
    }
  }

  @Test
  void withoutTheLinkThePageShowsNothingButHowToOpenIt() throws Exception {
    assumeTrue(Files.exists(CHROMIUM), "there is no Chromium at " + CHROMIUM);
    RunningSystem system = Systems.sampleLife().system();
    try (Playwright playwright = playwright();
        Browser browser = browser(playwright)) {
      Page page = browser.newPage();
      page.navigate("http://127.0.0.1:" + system.ports().first() + "/");
      page.locator("#locked").waitFor();
      assertFalse(page.locator("main").isVisible());
    }
  }

  private static void bring(Page page, Path folder) throws Exception {
    Path export = folder.resolve("my_spotify_data.zip");
    ZoneTimeline zones = ZoneTimeline.parse(SampleLife.ZONES);
    var _ = new LargeExport(3, 1_500, zones, DAY.minusDays(3)).write(export);
    Path photo = Files.write(folder.resolve("IMG_2201.jpg"), photo());
    page.locator("#waiting-said").waitFor();
    page.locator("#files").setInputFiles(new Path[] {export, photo});
    Locator account = page.locator("#imports .account").first();
    account.waitFor();
    page.locator("#imports .import:not(.under-way) .account").first().waitFor();
    picture(page, "imported");
    assertTrue(account.innerText().contains("1,500 rows"), account.innerText());
    page.getByText("1 page taken in").first().waitFor();
    page.getByText("Nothing. Everything taken in so far can be found.").waitFor();
  }

  private static void ask(Page page) {
    page.locator("#mood").fill("I feel free, far away, with no plan at all.");
    page.locator("#mood").press("Enter");
    page.locator(".song-card").first().waitFor();
    page.locator(".song-card .evidence").first().waitFor();
    assertTrue(page.locator(".song-card").count() >= 5, "at least five cards");
    assertFalse(page.locator(".evidence blockquote").first().innerText().isBlank());
    picture(page, "answered");
    page.locator(".evidence button").first().click();
    page.locator("#day[open] #day-title").waitFor();
    picture(page, "day");
    page.keyboard().press("Escape");
  }

  /// Something is said to a song, and taken back.
  private static void speak(Page page) {
    Locator feedback = page.locator(".song-card .feedback").first();
    feedback.locator(".verdict").first().click();
    feedback.getByText("It took you back. Thank you.").waitFor();
    page.getByText("1 song you spoke about").waitFor();
    feedback.locator(".link").click();
    feedback.locator(".verdict").first().waitFor();
  }

  private static void atPhoneWidth(Page page) {
    page.setViewportSize(375, 740);
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    picture(page, "phone");
    assertEquals(false, wider, "the page is wider than a phone");
  }

  private static byte[] photo() {
    return new PhotographedPage(
            "IMG_2201.jpg",
            DAY,
            "10 January 2022",
            "Snow all day, and soup, and an old film under two blankets.",
            Format.JPEG,
            Optional.empty(),
            1)
        .bytes();
  }

  /// Whatever the page's scripts complain about.
  static List<String> listen(Page page) {
    List<String> faults = new ArrayList<>();
    page.onPageError(faults::add);
    return faults;
  }

  static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  static Browser browser(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  static void picture(Page page, String name) {
    byte[] _ =
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
  }
}
