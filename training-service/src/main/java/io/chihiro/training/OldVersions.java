package io.chihiro.training;

import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.models.GrowingStore;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.evaluation.Report;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Versions that nobody can return to give their place back; what was found out about them stays.
///
/// @param store the model store
record OldVersions(GrowingStore store) {
  // By whom it was made with it is known when that has to go as well.
  private static final Set<String> FOUND_OUT =
      Set.of(Report.JSON_FILE, Report.HTML_FILE, LearnedPeople.FILE);

  /// Forgets the weights of every version that is neither kept nor the newest, which its owner may
  /// still want to pin.
  void forget(ModelTrained model) throws IOException {
    Set<String> staying =
        model.kept().stream().map(Kept::version).collect(Collectors.toCollection(HashSet::new));
    staying.add(model.version());
    for (ModelFolder version : ModelFolder.versions(store.folder(), model.name())) {
      if (!staying.contains(version.card().version())) {
        store.forget(version, FOUND_OUT::contains);
      }
    }
  }
}
