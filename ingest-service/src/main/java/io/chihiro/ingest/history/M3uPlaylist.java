package io.chihiro.ingest.history;

import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Song;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Listed;
import io.chihiro.ingest.history.Row.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A playlist of a player: a path a line, and before it, if one is lucky, `#EXTINF:seconds,Artist -
/// Title`. Without that the names are read from the path.
final class M3uPlaylist implements HistoryFile {
  static final String MARK = "#EXTM3U";
  private static final String INFORMATION = "#EXTINF:";
  private static final Pattern NAMED = Pattern.compile("(.+?)\\s+[-–—]\\s+(.+)");
  private static final Pattern PATH =
      Pattern.compile("(?:.*/)?([^/]+)/[^/]+/(?:\\d+[\\s._-]+)?([^/]+?)\\.\\w{2,5}");
  private static final Pattern FILE =
      Pattern.compile("(?:.*/)?(?:\\d+[\\s._-]+)?([^/]+?)\\s+-\\s+([^/]+?)\\.\\w{2,5}");

  private final String name;
  private final BufferedReader lines;

  M3uPlaylist(String name, BufferedReader lines) {
    this.name = name;
    this.lines = lines;
  }

  @Override
  public Optional<Row> next(Listener listener) throws IOException {
    String information = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(INFORMATION)) {
        information = line.substring(line.indexOf(',') + 1).strip();
      }
      if (!line.isBlank() && !line.startsWith("#")) {
        return Optional.of(row(information, line.strip()));
      }
    }
    return Optional.empty();
  }

  private static Row row(String information, String path) {
    return named(NAMED.matcher(information))
        .or(() -> named(FILE.matcher(path.replace('\\', '/'))))
        .or(() -> named(PATH.matcher(path.replace('\\', '/'))))
        .<Row>map(song -> new Listed(entry(song, path)))
        .orElseGet(() -> new Dropped(Reason.NO_TITLE));
  }

  private static Optional<Song> named(Matcher names) {
    return names.matches()
        ? Optional.of(new Song(names.group(2).strip(), names.group(1).strip()))
        : Optional.empty();
  }

  private static PlaylistKept.Entry entry(Song song, String path) {
    return new PlaylistKept.Entry(song, Optional.of(path), Optional.empty());
  }

  @Override
  public Optional<ListName> playlist() {
    return Optional.of(new ListName(name, PlaylistKept.Source.M3U));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
