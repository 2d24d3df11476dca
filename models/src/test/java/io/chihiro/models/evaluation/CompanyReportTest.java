package io.chihiro.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.models.evaluation.CompanyReport.Heard;
import io.chihiro.models.evaluation.Report.LossPoint;
import io.chihiro.models.sequences.GeneratedSequences;
import io.chihiro.models.sequences.SkipGram.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyReportTest {
  @Test
  void aReportIsReadByProgramsAndByPeople(@TempDir Path folder) throws Exception {
    report().write(folder);

    JsonNode told = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("report.json")));
    assertEquals("skip-gram", told.path("rows").path(0).path("model").asText());
    assertEquals(3, told.path("rows").size());
    assertTrue(told.path("rows").path(1).path("gain").path("hitAt10").has("low"), told.toString());
    assertEquals(200, told.path("heard").path("sessions").asInt());
    String page = Files.readString(folder.resolve("report.html"));
    assertTrue(page.startsWith("<!doctype html>"), page);
    assertTrue(page.contains("Learned from 200 sessions"), page);
    assertTrue(page.contains("<th>most-popular</th>"), page);
    assertTrue(page.contains("aria-label='loss by epoch'"), page);
  }

  @Test
  void itNamesNoSong(@TempDir Path folder) throws Exception {
    report().write(folder);

    assertFalse(Files.readString(folder.resolve("report.json")).contains("cluster 1 song"));
    assertFalse(Files.readString(folder.resolve("report.html")).contains("cluster 1 song"));
  }

  private static CompanyReport report() throws InterruptedException {
    List<List<String>> lists = GeneratedSequences.small(1).all().subList(0, 200);
    NextSongReport measured = NextSong.last(1).judge(lists, Config.usual(1).withEpochs(1), 1);
    return CompanyReport.of(
        "company",
        "company-1",
        Instant.parse("2026-01-01T00:00:00Z"),
        NextSongGate.decide("company", measured),
        new Heard(200, 0, 300),
        measured,
        List.of(new LossPoint(1, 2.5, Optional.empty())));
  }
}
