package io.chihiro.ingest;

import io.chihiro.events.Event;
import io.chihiro.events.EventWriter;
import io.chihiro.events.LineAnnotated;
import io.chihiro.events.PersonaJudged;
import io.chihiro.events.SongName;
import io.chihiro.events.TextHash;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.ingest.KnownSongs.Words;
import io.chihiro.ingest.catalogue.CatalogueRow.Annotated;
import io.chihiro.ingest.catalogue.CatalogueRow.ForPersona;
import io.chihiro.ingest.catalogue.CatalogueRow.Place;
import io.chihiro.ingest.catalogue.CatalogueRow.Reason;
import java.util.Optional;

/// `a row → ANNOTATIONS or PERSONAS`: what is said of a song, once.
final class KeepNotes {
  private final String user;
  private final String by;
  private final KnownSongs known;
  private final EventWriter events;
  private final CatalogueAccount.Tally tally;

  KeepNotes(SongImport start, KnownSongs known, EventWriter events, CatalogueAccount.Tally tally) {
    this.user = start.user();
    this.by = start.id();
    this.known = known;
    this.events = events;
    this.tally = tally;
  }

  /// What words of a song mean.
  void take(long number, Annotated row) {
    SongName name = SongName.of(row.spelled());
    LineAnnotated said = LineAnnotated.of(user, name.id(), name.plain(), row.lyric(), row.text());
    keep(number, row.place(), Topics.ANNOTATIONS, said.key(), said, said.annotation());
  }

  /// Whether a song is right for somebody; said again otherwise, the later word counts.
  void take(long number, ForPersona row) {
    SongName name = SongName.of(row.spelled());
    PersonaJudged said =
        PersonaJudged.of(user, row.persona(), name.id(), name.plain(), row.relevant());
    String content = TextHash.of(said.judgement() + said.relevant());
    keep(number, row.place(), Topics.PERSONAS, said.key(), said, content);
  }

  private <E extends Event> void keep(
      long number, Place place, Topic<E> topic, String key, E said, String content) {
    Optional<Words> before = known.note(topic, key).filter(each -> each.sha256().equals(content));
    if (before.isEmpty()) {
      write(number, topic, key, said, content);
      tally.taken();
      return;
    }
    again(number, place, before.get());
  }

  private <E extends Event> void write(
      long number, Topic<E> topic, String key, E said, String content) {
    Words words = new Words(content, by, number);
    events.write(topic, key, said, TopicSongArchive.beside(words));
    known.putNote(topic, key, words);
  }

  // What was written just before a kill is there, and counts as written by its row.
  private void again(long number, Place place, Words before) {
    if (!before.by().equals(by)) {
      tally.dropped(Reason.KNOWN_ALREADY.words());
      return;
    }
    if (before.row() == number) {
      tally.taken();
      return;
    }
    tally.dropped(Reason.DUPLICATE.words());
    tally.problem(place, Reason.DUPLICATE.words());
  }
}
