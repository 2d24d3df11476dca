package io.chihiro.ingest.listening;

import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Song;
import io.chihiro.events.SongName;
import io.chihiro.ingest.listening.Listens.Candidate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that one user says of their listening, and what it makes of the plays.
///
/// Not thread-safe: names of songs are remembered.
public final class OwnersWord {
  private static final int MOST_NAMES = 20_000;

  private final PlayRules rules;
  private final Map<String, PlayCorrected> corrections;
  private final Map<String, Song> aliases;
  private final Map<LocalDate, ZoneOffset> photos;
  private final Map<Song, SongName> names = new HashMap<>();

  /// What somebody says.
  ///
  /// @param rules what counts, and on which day
  /// @param corrections by play
  /// @param aliases by identity of a spelling, or by id of a song
  /// @param photos the offset from UTC that the photos of a day tell
  public OwnersWord(
      PlayRules rules,
      Map<String, PlayCorrected> corrections,
      Map<String, Song> aliases,
      Map<LocalDate, ZoneOffset> photos) {
    this.rules = rules;
    this.corrections = Map.copyOf(corrections);
    this.aliases = Map.copyOf(aliases);
    this.photos = Map.copyOf(photos);
  }

  /// The same without what is said of single plays: every play as it was told.
  public OwnersWord asTold() {
    return new OwnersWord(rules, Map.of(), aliases, photos);
  }

  /// What counts, and on which day.
  public PlayRules rules() {
    return rules;
  }

  /// Plays of which something is said.
  public Collection<PlayCorrected> corrections() {
    return corrections.values();
  }

  /// What is said of a play.
  public Optional<PlayCorrected> correction(String play) {
    return Optional.ofNullable(corrections.get(play));
  }

  /// The local day of a listen.
  public LocalDate day(Listen listen) {
    return rules.day(listen, date -> Optional.ofNullable(photos.get(date)));
  }

  /// The listens in what was told, earliest first.
  public List<Listen> listens(Collection<HeardPlay> told) {
    List<Candidate> candidates = new ArrayList<>(told.size());
    told.forEach(play -> candidate(play).ifPresent(candidates::add));
    return Listens.of(candidates);
  }

  private Optional<Candidate> candidate(HeardPlay play) {
    PlayCorrected word = corrections.get(play.play());
    if (word == null) {
      return Optional.of(new Candidate(play, name(play.song()), false, false));
    }
    if (word.deleted()) {
      return Optional.empty();
    }
    HeardPlay truly = play.corrected(word);
    return Optional.of(new Candidate(truly, name(truly.song()), word.secret(), word.apart()));
  }

  /// What a song is called that a source spelled so.
  public SongName name(Song spelled) {
    SongName known = names.get(spelled);
    if (known != null) {
      return known;
    }
    if (names.size() >= MOST_NAMES) {
      names.clear();
    }
    SongName name = named(spelled);
    names.put(spelled, name);
    return name;
  }

  private SongName named(Song spelled) {
    SongName name = SongName.of(spelled);
    if (aliases.isEmpty()) {
      return name;
    }
    return Optional.ofNullable(aliases.get(spelled.identity()))
        .or(() -> Optional.ofNullable(aliases.get(name.id())))
        .map(SongName::exactly)
        .orElse(name);
  }
}
