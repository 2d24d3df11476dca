package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `import`: takes in whatever is recognised under the paths and returns once it is recommendable.
final class ImportFiles implements Command {
  private static final int MOST_NAMED = 50;

  @Override
  public int run(Context context, List<String> arguments) throws IOException, InterruptedException {
    if (arguments.isEmpty()) {
      throw new TroubleException("Say what to import: ./chihiro import PATH...");
    }
    List<Path> paths =
        arguments.stream().map(word -> Path.of(word).toAbsolutePath().normalize()).toList();
    Found found = Found.under(paths);
    context.say(found.summary());
    sayUnknown(context, found.unknown());
    if (found.isEmpty()) {
      context.say("Nothing was taken in.");
      return 1;
    }
    try (FrontDoor door = context.frontDoor()) {
      return take(context, door, found) ? 0 : 1;
    }
  }

  /// Takes in what was found and prints the account.
  ///
  /// @return false if anything failed, was refused, or nothing came in
  static boolean take(Context context, FrontDoor door, Found found)
      throws IOException, InterruptedException {
    PlaysImport.Outcome plays;
    PlaysImport.Outcome songs;
    PagesImport pages;
    JsonNode counts;
    try (ProgressLine line = new ProgressLine(context.out())) {
      pages = new PagesImport(door, line);
      pages.bring(found.pages());
      pages.bringVaults(found.vaults());
      plays = PlaysImport.ofPlays(door, line).bring(found.exports());
      songs = PlaysImport.ofSongs(door, line).bring(found.catalogues());
      counts = Waiting.untilNothing(door, line);
    }
    List<String> problems = new ArrayList<>();
    problems.addAll(say(context, "plays", plays));
    problems.addAll(say(context, "songs", songs));
    songs.told().forEach(context::say);
    problems.addAll(say(context, pages));
    context.say("known now: " + Waiting.counted(counts));
    problems.forEach(problem -> context.say("FAILED " + problem));
    boolean any = pages.taken() > 0 || plays.any() || songs.any();
    context.say(any ? "All that was taken in is recommendable." : "Nothing was taken in.");
    return any && problems.isEmpty();
  }

  private static List<String> say(Context context, String what, PlaysImport.Outcome imports) {
    imports.accounts().forEach(account -> context.say(what + ": " + account));
    return imports.problems();
  }

  private static List<String> say(Context context, PagesImport pages) throws InterruptedException {
    if (pages.taken() > 0) {
      pages.account().forEach(context::say);
    }
    return pages.problems();
  }

  private static void sayUnknown(Context context, Map<Path, String> unknown) {
    unknown.entrySet().stream()
        .limit(MOST_NAMED)
        .forEach(file -> context.say("  not recognised: " + file.getKey() + " " + file.getValue()));
    if (unknown.size() > MOST_NAMED) {
      context.say("  and %d more".formatted(unknown.size() - MOST_NAMED));
    }
  }
}
