package io.chihiro.ingest.lyrics;

import io.chihiro.ingest.lyrics.Lyrics.Absent;
import io.chihiro.ingest.lyrics.Lyrics.Found;
import io.chihiro.ingest.lyrics.Lyrics.Unknown;
import io.chihiro.ingest.web.Web;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One source after the other, until one has the words or knows that there are none.
public final class LyricsChain implements LyricsSource {
  private static final String NO_WORDS = "instrumental";

  private final List<LyricsSource> sources;

  LyricsChain(List<LyricsSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /// LRCLIB, lyrics.ovh, and the owner's own folder.
  public static LyricsChain everybody(URI lrcLib, URI lyricsOvh, Path folder, Web web) {
    return new LyricsChain(
        List.of(new LrcLib(lrcLib, web), new LyricsOvh(lyricsOvh, web), new LyricsFolder(folder)));
  }

  /// The owner's own folder, which tells nobody anything.
  public static LyricsChain atHome(Path folder) {
    return new LyricsChain(List.of(new LyricsFolder(folder)));
  }

  /// A text that the owner pasted.
  public static Lyrics pasted(String text) {
    return LyricsGate.judge(LyricsText.ofGenius(text), "you");
  }

  @Override
  public Lyrics find(LyricsWanted wanted) throws InterruptedException {
    Optional<Unknown> unsure = Optional.empty();
    for (LyricsSource source : sources) {
      switch (source.find(wanted)) {
        case Found found -> {
          return found;
        }
        case Absent absent when absent.why().equals(NO_WORDS) -> {
          return absent;
        }
        case Absent _ -> {
          // The next one may have it.
        }
        case Unknown unknown -> unsure = unsure.or(() -> Optional.of(unknown));
      }
    }
    return unsure.<Lyrics>map(unknown -> unknown).orElseGet(() -> new Absent("nowhere"));
  }
}
