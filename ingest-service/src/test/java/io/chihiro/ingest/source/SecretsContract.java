package io.chihiro.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every place for secrets does.
abstract class SecretsContract {
  /// The place under test, empty.
  abstract Secrets secrets();

  @Test
  void aSecretIsFoundByWhoKeptIt() {
    Secrets secrets = secrets();
    secrets.keep("ana", LiveSource.SPOTIFY, "first");
    secrets.keep("ana", LiveSource.SPOTIFY, "second");

    assertEquals(Optional.of("second"), secrets.find("ana", LiveSource.SPOTIFY));
    assertEquals(Optional.empty(), secrets.find("ben", LiveSource.SPOTIFY));
    assertEquals(Optional.empty(), secrets.find("ana", LiveSource.LASTFM));
  }

  @Test
  void whatIsForgottenIsGone() {
    Secrets secrets = secrets();
    secrets.keep("ana", LiveSource.SPOTIFY, "first");

    secrets.forget("ana", LiveSource.SPOTIFY);
    secrets.forget("ana", LiveSource.SPOTIFY);

    assertEquals(Optional.empty(), secrets.find("ana", LiveSource.SPOTIFY));
  }
}
