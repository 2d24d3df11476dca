package io.chihiro.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Every invented song: ten an era, fifteen favourites of all eras, and a long background.
public final class Repertoire {
  private final Map<String, List<String>> sections = new LinkedHashMap<>();
  private final Map<SongName, Era> eras = new HashMap<>();
  private final List<Track> favourites;
  private final List<Track> background;

  Repertoire() {
    readSections();
    favourites = tracks("FAVOURITES");
    background = inventBackground();
    for (Era era : Era.values()) {
      of(era).forEach(track -> eras.put(SongName.of(track), era));
    }
  }

  /// The songs kept on repeat in an era.
  public List<Track> of(Era era) {
    return tracks(era.name());
  }

  /// The songs that run through every era.
  public List<Track> favourites() {
    return favourites;
  }

  /// Songs heard now and then.
  public List<Track> background() {
    return background;
  }

  /// The era that a song belongs to; favourites and background belong to none.
  public Optional<Era> eraOf(SongName song) {
    return Optional.ofNullable(eras.get(song));
  }

  private void readSections() {
    List<String> section = new ArrayList<>();
    for (String line : ResourceText.lines("songs.txt")) {
      if (line.startsWith("# ")) {
        section = new ArrayList<>();
        sections.put(line.substring(2).toUpperCase(Locale.ROOT), section);
      } else if (!line.isBlank()) {
        section.add(line);
      }
    }
  }

  private List<String> section(String name) {
    List<String> lines = sections.get(name);
    if (lines == null) {
      throw new IllegalStateException("songs.txt lacks the section " + name);
    }
    return lines;
  }

  private List<Track> tracks(String name) {
    return section(name).stream().map(Repertoire::track).toList();
  }

  private static Track track(String line) {
    List<String> parts = List.of(line.split(" \\| ", -1));
    return Track.named(parts.get(0), parts.get(1), parts.get(2));
  }

  private List<Track> inventBackground() {
    List<String> firsts = section("FIRST WORDS");
    List<String> artists = section("ARTISTS");
    List<Track> invented = new ArrayList<>();
    for (String second : section("SECOND WORDS")) {
      for (String first : firsts) {
        String artist = artists.get(invented.size() * 7 % artists.size());
        invented.add(Track.named(first + " " + second, artist, "The " + second + " Sessions"));
      }
    }
    return List.copyOf(invented);
  }
}
