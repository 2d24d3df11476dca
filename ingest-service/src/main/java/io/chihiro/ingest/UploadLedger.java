package io.chihiro.ingest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/// Every import of one kind and how far it is, on disk: a kill at any moment loses none.
///
/// `<folder>/<id>/import.json` beside `<folder>/<id>/upload`; each state is written whole and moved
/// into place. Thread-safe.
class UploadLedger<I extends Upload> {
  private static final String STATE = "import.json";
  private static final String UPLOAD = "upload";
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).addModule(new Jdk8Module()).build();

  private final Path folder;
  private final Class<I> type;
  private final Map<String, I> imports = new ConcurrentHashMap<>();

  /// A ledger that knows of no import yet; see [#readAll].
  UploadLedger(Path folder, Class<I> type) {
    this.folder = folder;
    this.type = type;
  }

  /// Reads what is there, and forgets uploaded bytes that a kill left behind: of an import that has
  /// ended, and of one that nobody was told of.
  final synchronized void readAll() {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> each = Files.list(folder)) {
        for (Path place : each.toList()) {
          read(place);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the ledger of imports", e);
    }
  }

  private void read(Path place) throws IOException {
    Path state = place.resolve(STATE);
    if (Files.notExists(state)) {
      Utils.delete(place.toFile());
      return;
    }
    I read = remember(state);
    if (!read.status().open()) {
      dropUpload(read);
    }
  }

  /// Takes an upload over: the file is moved.
  final synchronized I take(I fresh, Path upload) throws IOException {
    Files.createDirectories(folder.resolve(fresh.id()));
    Files.move(upload, upload(fresh));
    save(fresh);
    return fresh;
  }

  final void save(I state) {
    try {
      OwnerFile.replace(folder.resolve(state.id()).resolve(STATE), JSON.writeValueAsBytes(state));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write down the import of " + state.file(), e);
    }
    imports.put(state.id(), state);
  }

  /// Forgets the uploaded bytes, which hold what must not be stored.
  final void dropUpload(I state) {
    try {
      Files.deleteIfExists(upload(state));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the upload of " + state.file(), e);
    }
  }

  final Path upload(I state) {
    return folder.resolve(state.id()).resolve(UPLOAD);
  }

  final Optional<I> find(String user, String id) {
    return Optional.ofNullable(imports.get(id)).filter(each -> each.user().equals(user));
  }

  /// A user's imports, newest first.
  final List<I> of(String user) {
    return imports.values().stream()
        .filter(each -> each.user().equals(user))
        .sorted(Comparator.<I, Instant>comparing(Upload::at).reversed())
        .toList();
  }

  /// What is still to be done, oldest first.
  final List<I> unfinished() {
    return imports.values().stream()
        .filter(each -> each.status().open())
        .sorted(Comparator.comparing(Upload::at))
        .toList();
  }

  /// Forgets a user's imports.
  ///
  /// @return how many there were
  final long forgetAll(String user) {
    List<I> own = of(user);
    for (I each : own) {
      try {
        Utils.delete(folder.resolve(each.id()).toFile());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot forget the import of " + each.file(), e);
      }
      imports.remove(each.id());
    }
    return own.size();
  }

  private I remember(Path state) {
    try {
      I read = JSON.readValue(state.toFile(), type);
      imports.put(read.id(), read);
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the ledger of imports at " + state, e);
    }
  }
}
