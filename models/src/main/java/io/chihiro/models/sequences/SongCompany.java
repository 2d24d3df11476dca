package io.chihiro.models.sequences;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.models.BrokenModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Which songs lived next to which, as a version in the model store has it: the skip-gram, and
/// under which names each of its songs is met.
///
/// Safe for use by several threads.
public final class SongCompany {
  /// The model's name.
  public static final String NAME = "company";

  /// The skip-gram's file.
  public static final String VECTORS = "company.bin";

  /// The file of the songs' names.
  public static final String NAMES = "songs.json";

  private static final JsonMapper JSON = new JsonMapper();

  private final SkipGram model;
  private final Map<String, List<String>> names;
  private final Map<String, String> ids = new HashMap<>();

  private SongCompany(SkipGram model, Map<String, List<String>> names) {
    this.model = model;
    this.names = names;
    names.forEach((id, all) -> all.forEach(name -> ids.putIfAbsent(name, id)));
  }

  /// Writes both files into the folder of a version.
  ///
  /// @param names identities under which each song of the model is met, by its id
  public static void write(
      Path folder, SkipGram model, Map<String, ? extends Collection<String>> names)
      throws IOException {
    model.write(folder.resolve(VECTORS));
    Files.write(folder.resolve(NAMES), JSON.writeValueAsBytes(names));
  }

  /// Reads both files.
  ///
  /// @throws BrokenModelException if one of them is missing, or is not what was written
  public static SongCompany read(Path vectors, Path names) {
    try {
      return new SongCompany(
          SkipGram.read(vectors),
          JSON.readValue(
              Files.readAllBytes(names), new TypeReference<Map<String, List<String>>>() {}));
    } catch (IOException e) {
      throw new BrokenModelException(names + " holds no songs that can be read", e);
    }
  }

  /// The id of a song that is called so.
  public Optional<String> id(String identity) {
    return Optional.ofNullable(ids.get(identity));
  }

  /// Identities under which a song is met.
  public List<String> names(String id) {
    return names.getOrDefault(id, List.of());
  }

  /// Whether anything is known of a song.
  public boolean knows(String id) {
    return model.vocabulary().id(id) != Vocabulary.PADDING;
  }

  /// The songs that lived nearest to one, by the cosine of their vectors; itself excluded, and
  /// those that lived apart from it.
  ///
  /// @param wanted ids that may be an answer
  public List<Near> nearest(String id, int most, Predicate<String> wanted) {
    return model.nearest(id, most, wanted).stream().filter(near -> near.score() > 0).toList();
  }
}
