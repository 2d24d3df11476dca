package io.chihiro.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;

/// Where lyrics are looked for. Neither address is asked anything before the owner allows it.
@ConfigMapping(prefix = "chihiro.lyrics")
public interface LyricsSettings {
  @WithDefault("https://lrclib.net")
  URI lrclib();

  @WithDefault("https://api.lyrics.ovh")
  URI ovh();

  /// The owner's own `.lrc` and `.txt` files.
  @WithDefault("${chihiro.home}/lyrics")
  Path folder();
}
