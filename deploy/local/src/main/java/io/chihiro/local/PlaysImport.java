package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Brings exports, or catalogues of songs, in through the front door and waits until each has
/// ended.
final class PlaysImport {
  private static final String PLAYS = "/api/v1/plays/imports";
  private static final String SONGS = "/api/v1/songs/imports";
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final FrontDoor door;
  private final ProgressLine line;
  private final String path;

  private PlaysImport(FrontDoor door, ProgressLine line, String path) {
    this.door = door;
    this.line = line;
    this.path = path;
  }

  static PlaysImport ofPlays(FrontDoor door, ProgressLine line) {
    return new PlaysImport(door, line, PLAYS);
  }

  static PlaysImport ofSongs(FrontDoor door, ProgressLine line) {
    return new PlaysImport(door, line, SONGS);
  }

  /// What became of each import, or what was wrong with the file.
  record Outcome(List<PlaysAccount> accounts, List<String> problems) {
    /// What the service says of those that came in.
    List<String> told() {
      return accounts.stream()
          .filter(account -> !account.failed())
          .map(account -> account.file() + ": " + account.message())
          .toList();
    }

    /// Whether anything came in.
    boolean any() {
      return accounts.stream().anyMatch(account -> !account.failed());
    }
  }

  Outcome bring(List<Path> exports) throws IOException, InterruptedException {
    List<PlaysAccount> accounts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path export : exports) {
      line.show("Sending " + export.getFileName());
      FrontDoor.Reply reply = door.upload(path, List.of(export));
      if (!reply.fine()) {
        problems.add(export + ": " + reply.problem());
        continue;
      }
      for (JsonNode begun : reply.body().path("imports")) {
        PlaysAccount account = ended(begun.path("id").asText());
        accounts.add(account);
        if (account.failed()) {
          problems.add(account.file() + ": " + account.message());
        }
      }
    }
    return new Outcome(accounts, problems);
  }

  private PlaysAccount ended(String id) throws InterruptedException {
    while (true) {
      PlaysAccount account = PlaysAccount.of(door.get(path + "/" + id));
      if (account.ended()) {
        return account;
      }
      line.show("Importing %s: %,d rows read".formatted(account.file(), account.rows()));
      Thread.sleep(PAUSE);
    }
  }
}
