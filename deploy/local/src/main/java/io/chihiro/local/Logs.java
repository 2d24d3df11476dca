package io.chihiro.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `logs`: the last lines of what the processes say; with `-f`, also what they say from now on.
final class Logs implements Command {
  private static final int LINES = 200;
  private static final Duration PAUSE = Duration.ofMillis(300);

  @Override
  public int run(Context context, List<String> arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(arguments);
    boolean follow = words.removeAll(List.of("-f", "--follow"));
    List<String> names = words.isEmpty() ? all() : words.stream().map(Logs::known).toList();
    Map<Path, Long> seen = new HashMap<>();
    for (String name : names) {
      Path log = context.home().log(name);
      seen.put(log, Files.exists(log) ? Files.size(log) : 0);
      print(context, name, LogFile.tail(log, LINES / names.size()), names.size() > 1);
    }
    while (follow) {
      Thread.sleep(PAUSE);
      for (String name : names) {
        print(context, name, more(context.home().log(name), seen), names.size() > 1);
      }
    }
    return 0;
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(List.of(Supervisor.NAME));
    all.addAll(Programs.names());
    return all;
  }

  /// `ocr` is as good as `ocr-service`.
  private static String known(String word) {
    return all().stream()
        .filter(name -> name.equals(word) || name.equals(word + "-service"))
        .findFirst()
        .orElseThrow(
            () ->
                new TroubleException(
                    "There is no process '%s', only %s".formatted(word, String.join(", ", all()))));
  }

  private static void print(Context context, String name, String text, boolean named) {
    text.lines().forEach(line -> context.say(named ? name + " | " + line : line));
  }

  private static String more(Path log, Map<Path, Long> seen) throws IOException {
    long from = seen.getOrDefault(log, 0L);
    long size = Files.exists(log) ? Files.size(log) : 0;
    seen.put(log, size);
    // Smaller than before: it was set aside and begun anew.
    return size == from ? "" : LogFile.between(log, size < from ? 0 : from, size);
  }
}
