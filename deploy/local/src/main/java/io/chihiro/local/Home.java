package io.chihiro.local;

import io.chihiro.keys.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/// The folder that holds everything one system knows. Nobody but its owner may look into it.
///
/// @param folder absolute
record Home(Path folder) {
  private static final int TOKEN_BYTES = 32;

  Home {
    folder = folder.toAbsolutePath().normalize();
  }

  Path tokenFile() {
    return folder.resolve("token");
  }

  /// By what the front door is known to the services behind it.
  Path serviceTokenFile() {
    return folder.resolve("service-token");
  }

  Path settingsFile() {
    return folder.resolve("settings");
  }

  /// The watched bucket.
  Path journal() {
    return folder.resolve("journal");
  }

  Path broker() {
    return folder.resolve("broker");
  }

  Path redis() {
    return folder.resolve("redis");
  }

  Path logs() {
    return folder.resolve("logs");
  }

  Path log(String process) {
    return logs().resolve(process + ".log");
  }

  /// Which processes run.
  Path run() {
    return folder.resolve("run");
  }

  /// Creates the folder itself, for its owner alone.
  void createFolder() throws IOException {
    Path _ = OwnerFile.folder(folder);
  }

  /// Creates the folders, the owner's token and the services', unless they are there.
  ///
  /// @throws TroubleException if a newer Chihiro wrote the home
  void prepare() {
    try {
      createFolder();
      HomeVersion.demandKnown(folder);
      for (Path each : List.of(folder, journal(), broker(), redis(), logs(), run())) {
        Path _ = OwnerFile.folder(each);
      }
      for (Path secret : List.of(tokenFile(), serviceTokenFile())) {
        if (!Files.exists(secret)) {
          boolean _ = OwnerFile.create(secret, freshSecret());
        }
      }
    } catch (IOException e) {
      throw new TroubleException("Cannot prepare the folder " + folder + ": " + e, e);
    }
  }

  /// The owner's token.
  String token() {
    try {
      return Files.readString(tokenFile()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the owner's token file", e);
    }
  }

  private static byte[] freshSecret() {
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret).getBytes(StandardCharsets.UTF_8);
  }
}
