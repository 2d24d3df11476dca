package io.chihiro.ingest;

import io.chihiro.door.HeldFolder;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Sees to it that one copy of this service imports and asks live sources: uploads, the ledger and
/// connections are files, and two that worked with them would read and ask everything twice. When
/// that copy ends, another goes on where the files say.
@Startup
@ApplicationScoped
public class HoldHome {
  private static final Logger LOG = Logger.getLogger(HoldHome.class);

  private final HeldFolder folder;
  private final ImportQueue imports;
  private final SongImportQueue songs;
  private final PollSources sources;
  private final Thread waiting = Thread.ofVirtual().name("hold-home").unstarted(this::awaitTurn);

  public HoldHome(
      IngestSettings settings, ImportQueue imports, SongImportQueue songs, PollSources sources) {
    this.folder = new HeldFolder(settings.home().resolve("ingest"), settings.ingest().address());
    this.imports = imports;
    this.songs = songs;
    this.sources = sources;
  }

  @PostConstruct
  void start() {
    if (folder.take()) {
      begin();
      return;
    }
    waiting.start();
  }

  @PreDestroy
  void stop() {
    folder.close();
  }

  /// Whether this copy works with the files.
  public boolean isOurs() {
    return folder.isOurs();
  }

  /// The copy that works with the files, as `host:port`.
  public Optional<String> holder() {
    return folder.holder();
  }

  private void awaitTurn() {
    try {
      if (folder.await()) {
        begin();
      }
    } catch (InterruptedException e) {
      LOG.debug("stops waiting for the files");
    }
  }

  private void begin() {
    imports.begin();
    songs.begin();
    sources.begin();
  }
}
