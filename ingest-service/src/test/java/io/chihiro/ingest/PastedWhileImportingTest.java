package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.Event;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The owner's word on a song's words, said while a catalogue comes in that has others.
class PastedWhileImportingTest extends ImportedCatalogue {
  private final WriteLyrics lyrics = new WriteLyrics(events, pasted);

  @Test
  void wordsThatTheOwnerPastesMeanwhileStay() throws Exception {
    SongImport ended = whileItRuns(() -> lyrics.pasted("owner", SALT, words(9)));

    assertEquals(Optional.of(words(9)), lyrics(SALT));
    assertEquals(
        Map.of("you gave other words to the song", 1L), ended.account().lyrics().leftOut());
  }

  @Test
  void theSameWordsPastedMeanwhileAreKept() throws Exception {
    SongImport ended = whileItRuns(() -> lyrics.pasted("owner", SALT, words(1)));

    assertEquals(Optional.of(words(1)), lyrics(SALT));
    assertEquals(Map.of(), ended.account().lyrics().leftOut());
  }

  @Test
  void wordsThatTheOwnerTakesAwayMeanwhileMayComeFromTheCatalogue() throws Exception {
    lyrics.pasted("owner", SALT, words(9));

    var _ = whileItRuns(() -> lyrics.forget("owner", SALT));

    assertEquals(Optional.of(words(1)), lyrics(SALT));
  }

  @Test
  void whatWasSaidDuringAnImportIsReadFromTheTopicByTheNext() throws Exception {
    var _ = whileItRuns(() -> lyrics.pasted("owner", SALT, words(9)));
    lyrics.forget("owner", SALT);

    var _ = run("again.csv", HEADINGS + row(SALT, ",,,,\"" + words(1) + "\",1"));

    assertEquals(Optional.of(words(1)), lyrics(SALT));
  }

  /// Something is said after the first of two songs was written.
  private SongImport whileItRuns(Runnable said) throws Exception {
    String text =
        HEADINGS + row(BUS, ",,,,\"" + words(2) + "\",2") + row(SALT, ",,,,\"" + words(1) + "\",1");
    return importer(ledger, new Interrupting(said)).run(upload("songs.csv", text));
  }

  /// Does something beside the first record.
  private final class Interrupting implements EventWriter {
    private Optional<Runnable> once;

    Interrupting(Runnable said) {
      once = Optional.of(said);
    }

    @Override
    public <E extends Event> void write(
        Topic<E> topic, String key, E event, Map<String, String> headers) {
      events.write(topic, key, event, headers);
      if (topic.equals(Topics.SONG_LISTINGS)) {
        once.ifPresent(Runnable::run);
        once = Optional.empty();
      }
    }

    @Override
    public void delete(Topic<?> topic, String key, Map<String, String> headers) {
      events.delete(topic, key, headers);
    }

    @Override
    public void flush() {
      events.flush();
    }
  }
}
