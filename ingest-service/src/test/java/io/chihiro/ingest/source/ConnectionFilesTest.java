package io.chihiro.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.keys.Unsealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFilesTest extends ConnectionsContract {
  @TempDir private Path folder;

  @Override
  Connections connections() {
    return new ConnectionFiles(folder, new Unsealed()).read();
  }

  @Override
  Connections reopened() {
    return new ConnectionFiles(folder, new Unsealed()).read();
  }

  @Test
  void onlyTheOwnerMayReadThem() throws IOException {
    var _ =
        connections()
            .update("owner", LiveSource.LASTFM, each -> each.loggedIn("me", Instant.EPOCH));

    Path file = folder.resolve("owner").resolve("lastfm.json");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void oneUsersDamagedFileLeavesEverybodyElsesSourcesRunning() throws IOException {
    for (String user : List.of("ana", "ben")) {
      var _ =
          connections().update(user, LiveSource.LASTFM, each -> each.loggedIn(user, Instant.EPOCH));
    }
    Files.writeString(folder.resolve("ana").resolve("lastfm.json"), "{\"account\":");

    assertEquals(List.of("ben"), reopened().all().stream().map(Connection::account).toList());
    assertEquals(Optional.empty(), reopened().find("ana", LiveSource.LASTFM));
  }

  @Test
  void aKillInTheMiddleOfWritingLeavesTheOldState() throws IOException {
    var _ =
        connections()
            .update("owner", LiveSource.LASTFM, each -> each.loggedIn("me", Instant.EPOCH));
    Files.writeString(folder.resolve("owner").resolve("fresh-1.new"), "{\"user\":");

    assertEquals(List.of("me"), reopened().all().stream().map(Connection::account).toList());
    try (Stream<Path> files = Files.list(folder.resolve("owner"))) {
      assertEquals(2, files.count());
    }
  }
}
