package io.chihiro.ingest.listening;

import io.chihiro.events.Song;
import io.chihiro.events.SongName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One time that somebody listened to a song, and everyone who told of it.
///
/// @param told the play of the source that is believed
/// @param name what the song is called, after the owner's word on it
/// @param doubles what other sources told of the same listen
/// @param secret whether the owner marked it so
public record Listen(HeardPlay told, SongName name, List<Doubled> doubles, boolean secret) {
  /// A play that tells of a listen which another source tells better.
  ///
  /// @param play what was told
  /// @param reason why it is taken for the same
  /// @param secondsApart how far the two differ
  public record Doubled(HeardPlay play, Reason reason, long secondsApart) {}

  /// Why two plays of one song are one listen.
  public enum Reason {
    SAME_END("both ended at the same time"),
    SAME_MINUTE("both ended within the same minute, after the same time"),
    SAME_START("both began at the same time"),
    WITHIN("one began or ended while the other was heard");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /// As shown to a person.
    public String words() {
      return words;
    }
  }

  /// The song as it is shown.
  public Song song() {
    return name.plain();
  }

  /// The source's own id, as the most exact source that has one tells it.
  public Optional<String> spotifyUri() {
    return plays().flatMap(play -> play.spotifyUri().stream()).findFirst();
  }

  /// The country of the connection, if anyone told it.
  public Optional<String> country() {
    return plays().flatMap(play -> play.country().stream()).findFirst();
  }

  /// Whether a source told of it from which models may learn.
  public boolean mayTeach() {
    return plays().anyMatch(play -> play.source().mayTeach());
  }

  /// What everyone told.
  public Stream<HeardPlay> plays() {
    return Stream.concat(Stream.of(told), doubles.stream().map(Doubled::play));
  }
}
