package io.chihiro.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The launcher: `./chihiro <command>`.
public final class Chihiro {
  private static final String USAGE =
      """
      ./chihiro demo [--exit]     a made-up life from its photos and plays to an answer
      ./chihiro up                start the system and print the page's address
      ./chihiro down              stop it
      ./chihiro status            every process, its health and what waits
      ./chihiro logs [-f] [name]  what the processes say
      ./chihiro import PATH...    photos, folders, Spotify exports, journals of other programs
      ./chihiro export FILE.zip   everything of yours in open formats: Markdown, JSON lines, JSPF
      ./chihiro backup FILE       everything it knows in one file, while it runs or not
                  [--without-key]; --check FILE looks whether a backup is whole
      ./chihiro restore FILE      a backup into an empty CHIHIRO_HOME
      ./chihiro keys rotate       new keys for all that is sealed on disk
      ./chihiro ask "mood"        songs for a mood, with the days that prove it
                  [--json] [--limit n]
      ./chihiro forget WHAT       an entry, a notebook, a day or everything, with a receipt
      ./chihiro user add NAME     lets somebody else in: prints their token (also list, token,
                                  revoke, remove)
      ./chihiro test              the whole test suite
      ./chihiro bench [name]      benchmarks, a table of ours / peer / ratio / bar
                  [--json]
      CHIHIRO_HOME moves its folder (now ./.chihiro), CHIHIRO_PORT its ports (now 8080 and the
      seven after it).\
      """;

  private Chihiro() {}

  public static void main(String[] args) {
    QuietLog.toStandardError();
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> words) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (words.isEmpty() || words.getFirst().matches("help|-h|--help")) {
      out.println(USAGE);
      return words.isEmpty() ? 2 : 0;
    }
    try {
      Path root = Path.of(Optional.ofNullable(System.getProperty("chihiro.root")).orElse("."));
      Context context = Context.of(root.toAbsolutePath().normalize(), System.getenv(), out);
      return command(words.getFirst()).run(context, words.subList(1, words.size()));
    } catch (TroubleException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
    } catch (IOException e) {
      System.err.println("This went wrong: " + e);
    } catch (InterruptedException _) {
      System.err.println("Interrupted.");
    }
    return 1;
  }

  private static Command command(String word) {
    return switch (word) {
      case "demo" -> new Demo();
      case "up" -> new Up();
      case "down" -> new Down();
      case "status" -> new Status();
      case "logs" -> new Logs();
      case "import" -> new ImportFiles();
      case "export" -> new Export();
      case "keys" -> new Keys();
      case "backup" -> new Backup();
      case "restore" -> new Restore();
      case "ask" -> new Ask();
      case "forget" -> new Forget();
      case "user" -> new User();
      case "skipped-tests" -> new SkippedTests();
      default ->
          throw new TroubleException(
              "There is no command '%s'. These are there:%n%s".formatted(word, USAGE));
    };
  }
}
