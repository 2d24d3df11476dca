package io.chihiro.ingest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.chihiro.ingest.history.CsvMapping;
import io.chihiro.keys.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/// Every import and how far it is, on disk: a kill at any moment loses none.
///
/// `imports/<id>/import.json` beside `imports/<id>/upload`; each state is written whole and moved
/// into place. Thread-safe.
final class ImportLedger {
  private static final String STATE = "import.json";
  private static final String UPLOAD = "upload";
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).addModule(new Jdk8Module()).build();

  private final Path folder;
  private final Map<String, PlayImport> imports = new ConcurrentHashMap<>();

  /// A ledger that knows of no import yet; see [#read].
  ImportLedger(Path folder) {
    this.folder = folder;
  }

  /// Reads what is there.
  ImportLedger read() {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> each = Files.list(folder)) {
        each.map(path -> path.resolve(STATE)).filter(Files::exists).forEach(this::remember);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the ledger of imports", e);
    }
  }

  /// Takes an upload over: the file is moved.
  PlayImport open(String user, String file, Path upload, Instant now) throws IOException {
    return open(user, file, upload, now, Optional.empty());
  }

  /// Takes over an upload that holds a table.
  PlayImport open(String user, String file, Path upload, Instant now, Optional<CsvMapping> mapping)
      throws IOException {
    String id = UUID.randomUUID().toString();
    PlayImport fresh = PlayImport.waiting(id, user, file, now, mapping);
    Files.createDirectories(folder.resolve(fresh.id()));
    Files.move(upload, upload(fresh));
    save(fresh);
    return fresh;
  }

  void save(PlayImport state) {
    try {
      OwnerFile.replace(folder.resolve(state.id()).resolve(STATE), JSON.writeValueAsBytes(state));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write down the import of " + state.file(), e);
    }
    imports.put(state.id(), state);
  }

  /// Forgets the uploaded bytes, which hold what must not be stored.
  void dropUpload(PlayImport state) {
    try {
      Files.deleteIfExists(upload(state));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the upload of " + state.file(), e);
    }
  }

  Path upload(PlayImport state) {
    return folder.resolve(state.id()).resolve(UPLOAD);
  }

  Optional<PlayImport> find(String user, String id) {
    return Optional.ofNullable(imports.get(id)).filter(each -> each.user().equals(user));
  }

  /// A user's imports, newest first.
  List<PlayImport> of(String user) {
    return imports.values().stream()
        .filter(each -> each.user().equals(user))
        .sorted(Comparator.comparing(PlayImport::at).reversed())
        .toList();
  }

  /// What is still to be done, oldest first.
  List<PlayImport> unfinished() {
    return imports.values().stream()
        .filter(each -> each.status().open())
        .sorted(Comparator.comparing(PlayImport::at))
        .toList();
  }

  /// Forgets a user's imports.
  ///
  /// @return how many there were
  long forgetAll(String user) {
    List<PlayImport> own = of(user);
    for (PlayImport each : own) {
      try {
        Utils.delete(folder.resolve(each.id()).toFile());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot forget the import of " + each.file(), e);
      }
      imports.remove(each.id());
    }
    return own.size();
  }

  private void remember(Path state) {
    try {
      PlayImport read = JSON.readValue(state.toFile(), PlayImport.class);
      imports.put(read.id(), read);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the ledger of imports at " + state, e);
    }
  }
}
