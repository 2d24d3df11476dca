package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.sample.LargeExport;
import io.chihiro.sample.LargeExport.Truth;
import io.chihiro.sample.PhotographedPage;
import io.chihiro.sample.PhotographedPage.Format;
import io.chihiro.sample.SampleLife;
import io.chihiro.sample.ZoneTimeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// A backup is made while an import is running; elsewhere it comes to the same moments.
@Order(9)
class BackupIT {
  private static final int ROWS = 120_000;
  private static final int DAYS_WITH_TEXT = 60;
  private static final long SEED = 91;
  private static final LocalDate FIRST = LocalDate.parse("2019-01-01");
  private static final Duration LONGEST = Duration.ofMinutes(6);
  private static final String PAGES = "/api/v1/journal/pages";
  private static final String IMPORTS = "/api/v1/plays/imports/";

  @Test
  void takenDuringAnImportItComesToTheSameMomentsElsewhere(
      @TempDir Path folder, TestReporter reporter) throws Exception {
    Path file = folder.resolve("years.zip");
    Truth truth =
        new LargeExport(SEED, ROWS, ZoneTimeline.parse(SampleLife.ZONES), FIRST).write(file);
    Path backup = folder.resolve("all.backup");
    String id;
    JsonNode before;
    Outcome first;
    RunningSystem system = Systems.fresh(SampleLife.ZONES);
    try (Api api = system.api()) {
      bringText(api);
      byte[] photo = photo();
      LivedSystem.drop(system, "box/IMG_7.jpg", photo);
      LivedSystem.awaitPages(api, 2);
      NamedFile upload = new NamedFile("years.zip", Files.readAllBytes(file));
      id = api.upload("/api/v1/plays/imports", upload).fine().path("id").asText();
      awaitRows(api, id, ROWS / 5);
      reporter.publishEntry(system.launch("backup", backup.toString()).strip());
      JsonNode during = api.get(IMPORTS + id).fine();
      reporter.publishEntry("%s after the backup".formatted(during.path("message").asText()));
      before = api.awaitImport(id, LONGEST);
      var _ = api.awaitNothingWaits(LONGEST);
      first = Outcome.of(system);
      isSafeAndWhole(system, backup);
    }
    RunningSystem second = Systems.restored(backup);
    try (Api api = second.api()) {
      JsonNode after = api.awaitImport(id, LONGEST);
      var _ = api.awaitNothingWaits(LONGEST);
      Outcome outcome = Outcome.of(second);
      assertEquals(before.path("account"), after.path("account"));
      assertEquals(truth.account().stored(), after.path("stored").asInt(), after.toString());
      assertEquals(0, after.path("waiting").asInt());
      assertTrue(
          outcome.count("moment") > DAYS_WITH_TEXT / 2, outcome.count("moment") + " moments");
      assertEquals(first.hash(), outcome.hash(), () -> first.difference(outcome));
      assertTrue(
          Arrays.equals(photo(), Files.readAllBytes(second.journal().resolve("box/IMG_7.jpg"))));
      refused("an empty home", () -> second.launch("restore", backup.toString()));
    }
  }

  private static void bringText(Api api) throws Exception {
    StringBuilder diary = new StringBuilder();
    for (int day = 0; day < DAYS_WITH_TEXT; day++) {
      LocalDate date = FIRST.plusDays(day);
      diary.append("%s\nWhat was written on day %d.\n\n".formatted(date, day));
    }
    var _ = api.upload(PAGES, NamedFile.text("diary.txt", diary.toString())).fine();
  }

  private static void awaitRows(Api api, String id, int rows) throws Exception {
    boolean _ =
        Patience.until(
            LONGEST,
            "row " + rows,
            () ->
                api.patiently(IMPORTS + id)
                    .filter(now -> now.path("rows").asInt() >= rows)
                    .map(_ -> true));
  }

  private static void isSafeAndWhole(RunningSystem system, Path backup) throws Exception {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
    assertTrue(system.launch("backup", "--check", backup.toString()).contains("is whole"));
    byte[] bytes = Files.readAllBytes(backup);
    Path half =
        Files.write(backup.resolveSibling("half.backup"), Arrays.copyOf(bytes, bytes.length / 2));
    refused("half.backup is not a whole backup", () -> RunningSystem.restored(half));
    refused("is there already", () -> system.launch("backup", backup.toString()));
    assertFalse(Files.exists(backup.resolveSibling("all.backup.part")));
  }

  private static void refused(String why, Executable command) {
    String said = String.valueOf(assertThrows(AssertionError.class, command).getMessage());
    assertTrue(said.contains(why), said);
  }

  private static byte[] photo() {
    return new PhotographedPage(
            "IMG_7.jpg",
            FIRST.plusDays(3),
            "4 January 2019",
            "Snow all day, and soup, and an old film under two blankets.",
            Format.JPEG,
            Optional.empty(),
            1)
        .bytes();
  }
}
