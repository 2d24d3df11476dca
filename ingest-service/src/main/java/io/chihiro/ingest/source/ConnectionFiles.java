package io.chihiro.ingest.source;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.chihiro.keys.BrokenSealException;
import io.chihiro.keys.OwnerFile;
import io.chihiro.keys.Sealing;
import io.chihiro.keys.UnusableKeysException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.jboss.logging.Logger;

/// `<folder>/<user>/<source>.json`, each sealed with its user's key, written whole and moved into
/// place: a kill at any moment loses none, and a lock-out outlives it. Thread-safe.
public final class ConnectionFiles implements Connections {
  private static final Logger LOG = Logger.getLogger(ConnectionFiles.class);
  private static final String ENDING = ".json";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path folder;
  private final Sealing sealing;
  private final ConcurrentHashMap<Path, Connection> connections = new ConcurrentHashMap<>();

  /// Files that are not read yet; see [#read].
  public ConnectionFiles(Path folder, Sealing sealing) {
    this.folder = folder;
    this.sealing = sealing;
  }

  /// Reads what is there.
  public ConnectionFiles read() {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> each = Files.walk(folder)) {
        each.filter(file -> file.toString().endsWith(ENDING)).forEach(this::remember);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the connections to sources", e);
    }
  }

  @Override
  public Optional<Connection> find(String user, LiveSource source) {
    return Optional.ofNullable(connections.get(file(user, source)));
  }

  @Override
  public Connection update(String user, LiveSource source, UnaryOperator<Connection> change) {
    return connections.compute(
        file(user, source),
        (file, before) -> {
          Connection after =
              change.apply(
                  Optional.ofNullable(before).orElseGet(() -> Connection.none(user, source)));
          save(file, after);
          return after;
        });
  }

  @Override
  public List<Connection> all() {
    return List.copyOf(connections.values());
  }

  /// Forgets everything about a user's sources, their secrets too.
  ///
  /// @return how many connections there were
  public long forgetAll(String user) {
    Path own = folder.resolve(user);
    long forgotten = connections.keySet().stream().filter(file -> file.startsWith(own)).count();
    try {
      Utils.delete(own.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the connections to sources", e);
    }
    connections.keySet().removeIf(file -> file.startsWith(own));
    return forgotten;
  }

  private Path file(String user, LiveSource source) {
    return folder.resolve(user).resolve(source.id() + ENDING);
  }

  private void remember(Path file) {
    try {
      Optional<byte[]> there = sealing.open(user(file), place(file), Files.readAllBytes(file));
      if (there.isPresent()) {
        connections.put(file, JSON.readValue(there.get(), Connection.class));
      }
    } catch (IOException | BrokenSealException | UnusableKeysException e) {
      // One user's damaged file must not keep everybody's sources from running.
      LOG.errorf(
          "%s cannot be read (%s): this source counts as not connected",
          file, e.getClass().getSimpleName());
    }
  }

  private void save(Path file, Connection connection) {
    try {
      byte[] plain = JSON.writeValueAsBytes(connection);
      OwnerFile.replace(file, sealing.seal(connection.user(), place(file), plain));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the connection at " + file, e);
    }
  }

  private String user(Path file) {
    return folder.relativize(file).getName(0).toString();
  }

  private String place(Path file) {
    return "connection " + user(file) + "/" + file.getFileName();
  }
}
