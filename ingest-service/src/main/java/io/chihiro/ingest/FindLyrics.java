package io.chihiro.ingest;

import io.chihiro.ingest.lyrics.Lyrics;
import io.chihiro.ingest.lyrics.LyricsChain;
import io.chihiro.ingest.lyrics.LyricsShelf;
import io.chihiro.ingest.lyrics.LyricsShelf.Kept;
import io.chihiro.ingest.lyrics.LyricsWanted;
import io.chihiro.ingest.web.JdkWeb;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/// Finds a song's words: on the shelf, in the owner's folder, and outside only if the owner allows
/// that others learn what they listen to.
@ApplicationScoped
public class FindLyrics {
  private final LyricsShelf shelf;
  private final LyricsChain everybody;
  private final LyricsChain atHome;
  private final WriteLyrics topic;
  private final InstantSource clock;

  public FindLyrics(
      IngestSettings home,
      LyricsSettings settings,
      JdkWeb web,
      WriteLyrics topic,
      InstantSource clock) {
    this.shelf = new LyricsShelf(home.home().resolve("ingest").resolve("lyrics"));
    this.everybody =
        LyricsChain.everybody(settings.lrclib(), settings.ovh(), settings.folder(), web);
    this.atHome = LyricsChain.atHome(settings.folder());
    this.topic = topic;
    this.clock = clock;
  }

  /// What is known of a song's words, after a look where one may look.
  public Kept find(String user, LyricsWanted wanted) throws InterruptedException {
    Optional<Kept> known =
        shelf.find(user, wanted.song()).filter(kept -> !kept.stale(clock.instant()));
    if (known.isPresent()) {
      return known.get();
    }
    if (shelf.mayAsk(user)) {
      return keep(user, wanted, everybody.find(wanted));
    }
    // Nobody was asked, so that there is nothing is not known.
    return switch (atHome.find(wanted)) {
      case Lyrics.Found found -> keep(user, wanted, found);
      case Lyrics.Absent _, Lyrics.Unknown _ ->
          Kept.of(new Lyrics.Unknown("nobody was asked"), clock.instant());
    };
  }

  private Kept keep(String user, LyricsWanted wanted, Lyrics lyrics) {
    Kept kept = shelf.keep(user, wanted.song(), lyrics, clock.instant());
    kept.text().ifPresent(text -> topic.found(user, wanted.song(), text));
    return kept;
  }

  /// Forgets everything about the words of a user's songs.
  ///
  /// @return of how many songs something was known
  public long forgetAll(String user) {
    return shelf.forgetAll(user);
  }

  /// Keeps a text that the owner pasted.
  public Kept paste(String user, LyricsWanted wanted, String text) {
    Lyrics judged = LyricsChain.pasted(text);
    Kept kept = shelf.keep(user, wanted.song(), judged, clock.instant());
    if (judged instanceof Lyrics.Found(String words, String _)) {
      topic.pasted(user, wanted.song(), words);
    }
    return kept;
  }

  /// Forgets a song's words.
  public void forget(String user, LyricsWanted wanted) {
    shelf.forget(user, wanted.song());
    topic.forget(user, wanted.song());
  }

  /// Whether others may be asked.
  public boolean mayAsk(String user) {
    return shelf.mayAsk(user);
  }

  /// The owner allows or forbids that others are asked.
  public void allow(String user, boolean others) {
    shelf.allow(user, others);
  }
}
