package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EventWriter;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.LineAnnotated;
import io.chihiro.events.PersonaJudged;
import io.chihiro.events.SongName;
import io.chihiro.events.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What words of songs mean and which songs are right for whom, from a file onto the topics.
class ImportNotesTest extends ImportedCatalogue {
  private static final String ANNOTATIONS = "title,artist,lyric,annotation\n";
  private static final String PERSONAS = "persona,title,artist,relevant\n";

  @Test
  void annotationsComeInWithTheirSongAndTheirWordsOnOneLine() throws Exception {
    SongImport ended =
        run(
            "a.csv",
            ANNOTATIONS
                + row(SALT, "\"Salt on the\n window\",\"They wait, still.\"")
                + row(BUS, "The last bus,Nobody else is awake"));

    assertEquals(ImportStatus.DONE, ended.status());
    assertEquals("2 annotations stored.", ended.message());
    LineAnnotated salt = annotation("Salt on the window");
    assertEquals("They wait, still.", salt.text());
    assertEquals(SongName.of(SALT).id(), salt.song());
    assertEquals(SALT, salt.named());
    assertEquals(Map.of(), events.all(Topics.SONG_LISTINGS), "no song is listed by it");
  }

  @Test
  void jsonLinesDoAsWell() throws Exception {
    SongImport ended =
        run(
            "a.jsonl",
            """
            {"title":"Salt Water","artist":"The Harbour Lights","lyric":"Salt","annotation":"Waits"}
            {"query":"somebody awake","title":"Night Bus","artist":"Ana Moura"}
            """);

    assertEquals(ImportStatus.DONE, ended.status());
    assertEquals("Waits", annotation("Salt").text());
    assertEquals(1, events.all(Topics.PERSONAS).size());
  }

  @Test
  void personasSayYesOrNoAndGrades() throws Exception {
    SongImport ended =
        run(
            "p.csv",
            PERSONAS
                + "Somebody who waits,Salt Water,The Harbour Lights,yes\n"
                + "Somebody who waits,Night Bus,Ana Moura,0\n"
                + "Somebody awake,Night Bus,Ana Moura,2\n"
                + "Somebody awake,Salt Water,The Harbour Lights,perhaps\n");

    assertEquals("3 songs for a persona stored.", ended.message());
    assertTrue(judged("Somebody who waits", "Salt Water").relevant());
    assertFalse(judged("Somebody who waits", "Night Bus").relevant());
    assertTrue(judged("Somebody awake", "Night Bus").relevant());
    assertEquals(
        List.of("row 4, line 5: relevant is neither yes nor no"), problems(ended), "by its row");
  }

  @Test
  void everyBadRowIsNamedAndTheAccountBalances() throws Exception {
    SongImport ended =
        run(
            "a.csv",
            ANNOTATIONS
                + row(SALT, "Salt,Waits")
                + row(SALT, "Salt,")
                + row(SALT, "♫,Waits")
                + ",Ana Moura,Bus,Awake\n"
                + row(BUS, "Bus," + "x".repeat(5_001))
                + row(SALT, "Salt,Waits"));

    assertEquals(6, ended.account().songs().rows());
    assertEquals(1, ended.account().songs().stored());
    assertEquals(
        List.of(
            "row 2, line 3: no lyric or no annotation",
            "row 3, line 4: no lyric or no annotation",
            "row 4, line 5: no title or artist",
            "row 5, line 6: a text beyond 5,000 characters",
            "row 6, line 7: duplicate"),
        problems(ended));
  }

  @Test
  void theSameFileAgainBringsNothingAndAChangedWordReplacesTheOneBefore() throws Exception {
    String personas = PERSONAS + "Somebody awake,Night Bus,Ana Moura,yes\n";
    run("a.csv", ANNOTATIONS + row(SALT, "Salt,Waits"));
    run("p.csv", personas);

    assertEquals(
        "Nothing new: all 1 annotation in it were known already.",
        run("a.csv", ANNOTATIONS + row(SALT, "Salt,Waits")).message());
    assertEquals(1, run("p.csv", personas).account().songs().dropped().get("known already"));
    run("p.csv", personas.replace("yes", "no"));

    assertEquals(1, events.all(Topics.ANNOTATIONS).size());
    assertEquals(1, events.all(Topics.PERSONAS).size());
    assertFalse(judged("Somebody awake", "Night Bus").relevant());
  }

  @Test
  void aKillInTheMiddleCostsNothingAndCountsNothingTwice() throws Exception {
    StringBuilder file = new StringBuilder(ANNOTATIONS);
    for (int i = 0; i < 35; i++) {
      file.append(row(SALT, "Line %d,Said %d".formatted(i % 30, i % 30)));
    }
    SongImport undisturbed = run("a.csv", file.toString());
    assertEquals(30, undisturbed.account().songs().stored());
    assertEquals(Map.of("duplicate", 5L), undisturbed.account().songs().dropped());

    for (int kill = 1; kill < 30; kill++) {
      InMemoryEvents survived = new InMemoryEvents();
      SongImport open = upload("a.csv", file.toString());
      EventWriter killed = new KilledAfter(survived, kill);
      assertThrows(IllegalStateException.class, () -> importer(ledger, killed, survived).run(open));

      SongImportLedger restarted = new SongImportLedger(folder.resolve("catalogues")).read();
      SongImport resumed = restarted.find("owner", open.id()).orElseThrow();
      SongImport ended = importer(restarted, survived, survived).run(resumed);

      assertEquals(undisturbed.account(), ended.account(), "killed after " + kill);
      assertEquals(events.all(Topics.ANNOTATIONS), survived.all(Topics.ANNOTATIONS));
    }
  }

  private LineAnnotated annotation(String lyric) {
    return only(events.all(Topics.ANNOTATIONS).values(), each -> each.lyric().equals(lyric));
  }

  private PersonaJudged judged(String persona, String title) {
    return only(
        events.all(Topics.PERSONAS).values(),
        each -> each.persona().equals(persona) && each.named().title().equals(title));
  }

  private static <E> E only(Collection<E> all, Predicate<E> wanted) {
    return all.stream().filter(wanted).findFirst().orElseThrow();
  }

  private static List<String> problems(SongImport ended) {
    return ended.account().problems().stream()
        .map(each -> "row %d, line %d: %s".formatted(each.row(), each.line(), each.problem()))
        .toList();
  }
}
