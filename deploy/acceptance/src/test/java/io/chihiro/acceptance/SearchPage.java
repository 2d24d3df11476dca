package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/// Finding songs on the page as a person does, by keyboard wherever there is one.
final class SearchPage {
  private SearchPage() {}

  /// By how songs feel and by what their lines say; and whom the page cares for.
  static void byWords(Page page) {
    page.getByText("Find a song").click();
    page.getByText("What shall it feel like?").waitFor();
    page.keyboard().type("a ship sailing out to sea early");
    page.keyboard().press("Enter");
    page.locator(".song-card h3").first().waitFor();
    assertEquals("Ferry Home", page.locator(".song-card h3").first().textContent());
    BrowserIT.picture(page, "search-vibe");
    page.getByText("What a line says").click();
    page.locator("[name=words]").fill("mum makes loaves at the weekend");
    page.keyboard().press("Enter");
    page.getByText("My mother bakes her bread on sunday").waitFor();
    page.getByText("Songs like this").first().click();
    page.locator("#similar-songs .song-card").first().waitFor();
    BrowserIT.picture(page, "search-similar");
    page.keyboard().press("Escape");
    page.locator("[name=words]").fill("I want to end my life");
    page.keyboard().press("Enter");
    page.getByText("somebody is there to listen").waitFor();
    page.setViewportSize(375, 740);
    BrowserIT.picture(page, "search-care-phone");
  }

  /// By a picture, chosen without a mouse.
  static void byPicture(Page page, Path red) {
    page.getByText("Find a song").click();
    page.locator("[name=kind]").first().focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.locator("#picture").waitFor();
    page.keyboard().press("Tab");
    assertEquals("picture", page.evaluate("document.activeElement.name"));
    page.locator("[name=picture]").setInputFiles(red);
    page.locator(".song-card h3").first().waitFor();
    assertEquals("Roses", page.locator(".song-card h3").first().textContent());
    assertTrue(page.locator("#picture-shown").isVisible());
    BrowserIT.picture(page, "search-picture");
  }

  /// A song with its days, wide and on a phone.
  static void song(Page page, String written) {
    page.locator("[name=kind][value=songs]").check();
    page.locator("[name=words]").fill("a ship sailing out to sea early");
    page.keyboard().press("Enter");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ferry Home")).focus();
    page.keyboard().press("Enter");
    page.locator("#days .evidence").first().waitFor();
    assertEquals(written, page.locator("#days blockquote").first().textContent());
    page.locator("#alike .song-card").first().waitFor();
    BrowserIT.picture(page, "song");
    page.setViewportSize(375, 740);
    BrowserIT.picture(page, "song-phone");
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertEquals(false, wider, "the page is wider than a phone");
  }

  /// A catalogue is brought, and accounted for.
  static void catalogue(Page page, Path songs) {
    page.locator("#catalogue-files").setInputFiles(songs);
    Locator account = page.locator("#catalogues .import:not(.under-way) .account").first();
    account.waitFor();
    assertTrue(account.innerText().contains("2 rows = 1 stored + 1 dropped"), account.innerText());
    account.locator("summary").click();
    BrowserIT.picture(page, "catalogue-phone");
  }
}
