package io.chihiro.ingest.lyrics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.chihiro.events.Song;
import io.chihiro.events.TextHash;
import io.chihiro.ingest.lyrics.Lyrics.Absent;
import io.chihiro.ingest.lyrics.Lyrics.Found;
import io.chihiro.ingest.lyrics.Lyrics.Unknown;
import io.chihiro.keys.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/// What is known of the words of somebody's songs: `<folder>/<user>/<song>.json`. They are
/// copyrighted, so they stay in the owner's own home.
public final class LyricsShelf {
  private static final Duration ABSENT_HOLDS = Duration.ofDays(90);
  private static final Duration UNKNOWN_HOLDS = Duration.ofDays(7);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path folder;

  public LyricsShelf(Path folder) {
    this.folder = folder;
  }

  /// What is known of one song.
  ///
  /// @param state found, absent or unknown
  /// @param text the words, if they were found
  /// @param told who had them, or why they are not here
  public record Kept(State state, Optional<String> text, String told, Instant at) {
    /// What came of a look.
    public static Kept of(Lyrics lyrics, Instant at) {
      return switch (lyrics) {
        case Found(String text, String from) -> new Kept(State.FOUND, Optional.of(text), from, at);
        case Absent(String why) -> new Kept(State.ABSENT, Optional.empty(), why, at);
        case Unknown(String why) -> new Kept(State.UNKNOWN, Optional.empty(), why, at);
      };
    }

    /// Whether it is worth asking again.
    public boolean stale(Instant now) {
      return switch (state) {
        case FOUND -> false;
        case ABSENT -> at.plus(ABSENT_HOLDS).isBefore(now);
        case UNKNOWN -> at.plus(UNKNOWN_HOLDS).isBefore(now);
      };
    }

    /// Never the words.
    @Override
    public String toString() {
      return "Kept " + state;
    }
  }

  /// The three states.
  public enum State {
    FOUND,
    ABSENT,
    UNKNOWN
  }

  /// What is known.
  public Optional<Kept> find(String user, Song song) {
    Path file = file(user, song);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), Kept.class));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read lyrics at " + file, e);
    }
  }

  /// Keeps what was found out; words that are here are never lost to a source that has none.
  public Kept keep(String user, Song song, Lyrics lyrics, Instant now) {
    Optional<Kept> before = find(user, song);
    Kept fresh = Kept.of(lyrics, now);
    if (fresh.state() != State.FOUND
        && before.filter(kept -> kept.text().isPresent()).isPresent()) {
      return before.get();
    }
    write(file(user, song), fresh);
    return fresh;
  }

  /// Forgets a song's words.
  public void forget(String user, Song song) {
    try {
      Files.deleteIfExists(file(user, song));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete lyrics", e);
    }
  }

  /// Forgets all words of a user's songs, and whether others may be asked.
  ///
  /// @return of how many songs something was known
  public long forgetAll(String user) {
    Path own = folder.resolve(user);
    try {
      long songs = Files.isDirectory(own) ? count(own) : 0;
      Utils.delete(own.toFile());
      return songs;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete lyrics", e);
    }
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  /// Whether the owner allows that others are asked; nobody does before saying so.
  public boolean mayAsk(String user) {
    return Files.exists(allowed(user));
  }

  /// The owner allows it or not.
  public void allow(String user, boolean others) {
    try {
      if (others) {
        Files.createDirectories(folder.resolve(user));
        Files.writeString(allowed(user), "others may be asked");
        return;
      }
      Files.deleteIfExists(allowed(user));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write whether lyrics may be asked for", e);
    }
  }

  private Path allowed(String user) {
    return folder.resolve(user).resolve("may-ask");
  }

  private Path file(String user, Song song) {
    return folder.resolve(user).resolve(TextHash.of(song.identity()) + ".json");
  }

  private static void write(Path file, Kept kept) {
    try {
      OwnerFile.replace(file, JSON.writeValueAsBytes(kept));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write lyrics at " + file, e);
    }
  }
}
