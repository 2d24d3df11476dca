package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.local.DemoCheck.Verdict;
import io.chihiro.local.GoldenAnswers.Precision;
import io.chihiro.sample.GoldenMoods;
import io.chihiro.sample.SampleLife;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `demo`: a made-up life goes in through the front doors and an answer with its evidence comes
/// out, checked against what is known of that life.
final class Demo implements Command {
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final SampleLife life = SampleLife.fixed();

  @Override
  public int run(Context owners, List<String> arguments) throws IOException, InterruptedException {
    DemoHome place = new DemoHome(owners.home());
    Context context = owners.at(place.home(), DemoHome.ZONES);
    if (Supervisor.of(place.home()).isPresent()) {
      throw new TroubleException("A demo runs already in " + place.home().folder());
    }
    long begin = System.nanoTime();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(place.home())));
    place.begin();
    boolean _ = Up.start(context, List.of(Long.toString(ProcessHandle.current().pid())));
    place.write(life); // while the services start
    Up.awaitReady(context);
    boolean right = show(context, place);
    context.say(
        "%s after %d s."
            .formatted(
                right ? "All of it is right" : "NOT all of it is right",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
    return arguments.contains("--exit") ? exit(context, right) : stay(context);
  }

  private boolean show(Context context, DemoHome place) throws IOException, InterruptedException {
    try (FrontDoor door = context.frontDoor()) {
      List<Verdict> verdicts = load(context, door, place);
      verdicts.forEach(verdict -> context.say(verdict.said()));
      boolean answered = answerOne(context, door);
      Precision precision = new GoldenAnswers(life).measure(door);
      context.say(GoldenAnswers.told(precision));
      return answered && precision.holds() && verdicts.stream().allMatch(Verdict::right);
    }
  }

  private List<Verdict> load(Context context, FrontDoor door, DemoHome place)
      throws IOException, InterruptedException {
    int files = place.dropJournal();
    context.say(
        "Dropped %d files into %s, %d of them photos; sending %s of %,d bytes."
            .formatted(
                files,
                context.home().journal(),
                life.journal().pages().size(),
                place.export().getFileName(),
                Files.size(place.export())));
    DemoCheck check = new DemoCheck(life);
    List<Verdict> verdicts = new ArrayList<>();
    PlaysImport.Outcome plays;
    JsonNode counts;
    try (ProgressLine line = new ProgressLine(context.out())) {
      plays = PlaysImport.ofPlays(door, line).bring(List.of(place.export()));
      awaitPages(door, line, files);
      counts = Waiting.untilNothing(door, line);
    }
    plays.accounts().forEach(account -> context.say("plays: " + account));
    plays.problems().forEach(problem -> context.say("FAILED " + problem));
    context.say("known now: " + Waiting.counted(counts));
    verdicts.add(check.account(plays.accounts()));
    verdicts.add(check.moments(door.get("/api/v1/moments")));
    return verdicts;
  }

  /// A file counts once its size has stood still, so at first none of them is a page.
  private static void awaitPages(FrontDoor door, ProgressLine line, int files)
      throws InterruptedException {
    while (true) {
      int pages = door.get("/api/v1/journal/pages").path("pages").size();
      if (pages >= files) {
        return;
      }
      line.show("%d of %d files seen in the watched folder".formatted(pages, files));
      Thread.sleep(PAUSE);
    }
  }

  private boolean answerOne(Context context, FrontDoor door) throws InterruptedException {
    String mood = GoldenMoods.all().getFirst().text();
    JsonNode answer = Ask.answer(door, mood, 3);
    context.say("\n“" + mood + "”\n" + AnswerText.of(answer) + "\n");
    return answer.path("songs").size() > 0
        && !answer.path("songs").path(0).path("evidence").isEmpty();
  }

  private static int exit(Context context, boolean right) {
    stop(context.home());
    return right ? 0 : 1;
  }

  private static int stay(Context context) throws InterruptedException {
    context.say("Open " + Up.link(context));
    context.say("Ctrl-C stops all of it.");
    new CountDownLatch(1).await();
    return 0;
  }

  private static void stop(Home home) {
    try {
      boolean _ = Down.stop(home);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
