package io.chihiro.recommend;

import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.models.sequences.Corpus;
import io.chihiro.models.sequences.LearningRun;
import io.chihiro.models.sequences.SkipGram;
import io.chihiro.models.sequences.SongCompany;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Versions that tell which songs live together, as training-service writes and announces them.
final class LivedTogether {
  private static final int TIMES = 40;

  private LivedTogether() {}

  /// Writes a version into a folder.
  ///
  /// @param sessions by ids, each heard many times
  /// @param names identities of the songs by id
  static Path version(Path folder, List<List<String>> sessions, Map<String, List<String>> names)
      throws IOException, InterruptedException {
    List<List<String>> heard = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      heard.addAll(sessions);
    }
    Corpus corpus = Corpus.of(heard, 1);
    SkipGram model = SkipGram.learn(corpus, SkipGram.Config.usual(1), LearningRun.quiet(1));
    SongCompany.write(folder, model, names);
    return folder;
  }

  /// The record of a model whose newest version was judged.
  ///
  /// @param serving the version that answers, if one does
  static ModelTrained told(String version, Optional<String> serving, String reason) {
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    return new ModelTrained(
        SongCompany.NAME,
        version,
        SongCompany.NAME + "/" + version,
        at,
        Map.of(),
        serving.equals(Optional.of(version)),
        reason,
        Kind.SONGS,
        serving,
        Optional.empty(),
        false,
        serving.map(each -> new Kept(each, SongCompany.NAME + "/" + each, at)).stream().toList());
  }
}
