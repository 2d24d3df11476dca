package io.chihiro.ingest.catalogue;

import io.chihiro.events.Song;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a row tells of a song.
///
/// @param spelled as the row has it; a row of audio features may name only an id
/// @param ids the catalogue's own, by kind
/// @param lyrics as they stand there, with whatever is not sung
/// @param audioOnly whether the file tells what songs sound like and nothing they say
public record ToldSong(
    Optional<Song> spelled,
    Map<String, String> ids,
    Optional<Integer> year,
    List<String> tags,
    Optional<Long> views,
    List<String> featured,
    Optional<String> language,
    Map<String, Double> audio,
    Optional<String> lyrics,
    boolean audioOnly) {
  public ToldSong {
    ids = Map.copyOf(ids);
    tags = List.copyOf(tags);
    featured = List.copyOf(featured);
    audio = Map.copyOf(audio);
  }

  /// Never the words.
  @Override
  public String toString() {
    return "ToldSong of " + ids.keySet();
  }
}
