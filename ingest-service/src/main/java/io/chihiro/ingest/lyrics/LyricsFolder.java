package io.chihiro.ingest.lyrics;

import io.chihiro.events.Song;
import io.chihiro.ingest.lyrics.Lyrics.Absent;
import io.chihiro.ingest.lyrics.Lyrics.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder of the owner's own `.lrc` and `.txt` files, called `Artist - Title` or `Title` in a
/// folder called `Artist`, nested as deep as they like.
final class LyricsFolder implements LyricsSource {
  private static final List<String> ENDINGS = List.of(".lrc", ".txt");

  private final Path folder;

  LyricsFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Lyrics find(LyricsWanted wanted) {
    if (!Files.isDirectory(folder)) {
      return new Absent("no folder of lyrics");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> isIt(file, wanted.song()))
          .min(Path::compareTo)
          .map(LyricsFolder::read)
          .orElseGet(() -> new Absent("not in the folder"));
    } catch (IOException e) {
      return new Unknown("the folder of lyrics cannot be read");
    }
  }

  private static boolean isIt(Path file, Song song) {
    String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    Optional<String> ending =
        ENDINGS.stream().filter(name.toLowerCase(Locale.ROOT)::endsWith).findFirst();
    if (ending.isEmpty()) {
      return false;
    }
    String bare = name.substring(0, name.length() - ending.get().length());
    return named(bare, song) || (bare(song.title()).equals(bare(bare)) && liesBy(file, song));
  }

  private static boolean named(String bare, Song song) {
    return bare(bare).equals(bare(song.artist() + song.title()));
  }

  private static boolean liesBy(Path file, Song song) {
    Path parent = file.getParent();
    while (parent != null && parent.getFileName() != null) {
      if (bare(parent.getFileName().toString()).equals(bare(song.artist()))) {
        return true;
      }
      parent = parent.getParent();
    }
    return false;
  }

  // File names cannot hold every sign that a title can.
  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static Lyrics read(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return LyricsGate.judge(LyricsText.ofFile(text), "your folder");
    } catch (IOException e) {
      return new Unknown("a file in the folder of lyrics cannot be read");
    }
  }
}
