package io.chihiro.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Lists, after the test suite, which tests were skipped and why. `./chihiro test` calls it.
final class SkippedTests implements Command {
  private static final Pattern CASE =
      Pattern.compile(
          "<testcase name=\"([^\"]*)\" classname=\"([^\"]*)\"[^>]*>\\s*<skipped([^>]*)");
  private static final Pattern MESSAGE = Pattern.compile("message=\"([^\"]*)\"");

  @Override
  public int run(Context context, List<String> arguments) throws IOException {
    Map<String, Integer> reasons = new TreeMap<>();
    for (Path report : reports(context.root())) {
      skipped(Files.readString(report))
          .forEach((test, why) -> reasons.merge(test + ": " + why, 1, Integer::sum));
    }
    if (reasons.isEmpty()) {
      context.say("No test was skipped.");
      return 0;
    }
    context.say(reasons.size() + " tests were skipped because something is missing here:");
    reasons.keySet().forEach(reason -> context.say("  " + reason));
    return 0;
  }

  /// The skipped tests of one report of Surefire or Failsafe, each with the reason.
  static Map<String, String> skipped(String report) {
    Map<String, String> skipped = new TreeMap<>();
    Matcher test = CASE.matcher(report);
    while (test.find()) {
      String owner = test.group(2).substring(test.group(2).lastIndexOf('.') + 1);
      Matcher message = MESSAGE.matcher(test.group(3));
      skipped.put(
          owner + "." + unescaped(test.group(1)),
          message.find() ? unescaped(message.group(1)) : "no reason given");
    }
    return skipped;
  }

  private static List<Path> reports(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root, 4)) {
      return all.filter(SkippedTests::report).sorted().toList();
    }
  }

  private static boolean report(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null
        && folder.getFileName().toString().matches("(surefire|failsafe)-reports")
        && file.getFileName().toString().matches("TEST-.*\\.xml");
  }

  private static String unescaped(String text) {
    return text.replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#10;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
