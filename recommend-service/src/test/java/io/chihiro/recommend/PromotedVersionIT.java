package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chihiro.door.Caller;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Song;
import io.chihiro.recommend.FeedbackResource.FeedbackView;
import io.chihiro.recommend.FeedbackResource.Said;
import io.chihiro.recommend.RecommendationsResource.Answer;
import io.chihiro.recommend.RecommendationsResource.SongAnswer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a promoted version answers beside other models, and what is said to its songs, with a real
/// broker and a real Redis.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PromotedVersionIT {
  @TempDir static Path folder;

  private static SwapWorld world;

  private SwapWorld.Service service;

  @BeforeAll
  static void promote() throws Exception {
    world = new SwapWorld(folder);
    world.writeVectors("s1", SwapWorld.MOMENTS);
    world.writeVectors("s2", SwapWorld.MOMENTS);
    world.announce(ModelRecords.serving("sbert", Instant.now(), "s2", "s1"));
  }

  @AfterAll
  static void end() {
    world.close();
  }

  @BeforeEach
  void start() {
    service = world.start();
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  @Test
  void severalModelsAreComparedInOneCall() throws Exception {
    List<String> models = List.of("sbert", "base", "tfidf", "era-prior", "most-played", "random");
    Answer answer = service.answer(SwapWorld.MOODS.getFirst(), models);

    var compared = answer.compared().orElseThrow();
    assertEquals(models, compared.stream().map(each -> each.model()).toList());
    assertEquals(compared.getFirst().songs(), answer.songs());
    assertEquals("s2", answer.modelVersion());
    assertEquals(15, answer.agreement().orElseThrow().size());
    assertFalse(compared.stream().anyMatch(each -> each.songs().size() < SwapWorld.SONGS));
  }

  @Test
  void aSongOfAnAnswerNamesThoseThatLivedNextToIt() throws Exception {
    String mood = SwapWorld.MOODS.getFirst();
    List<SongAnswer> before = service.answer(mood, null).songs().subList(0, 3);
    assertEquals(Optional.empty(), before.getFirst().livedNextTo());
    List<String> ids =
        before.stream().map(song -> new Song(song.title(), song.artist()).identity()).toList();
    Map<String, List<String>> names = ids.stream().collect(Collectors.toMap(id -> id, List::of));
    world.putCompany("c1", LivedTogether.version(folder, List.of(ids, ids.reversed()), names));
    world.announce(LivedTogether.told("c1", Optional.of("c1"), "It is better."));
    SwapWorld.await(() -> service.answering().company().isOpen());

    List<String> nextTo =
        service.answer(mood, null).songs().getFirst().livedNextTo().orElseThrow().stream()
            .map(song -> song.title())
            .toList();
    assertEquals(Set.of(before.get(1).title(), before.get(2).title()), Set.copyOf(nextTo));
    assertThrows(
        RefusedException.class,
        () -> service.answer(SwapWorld.MOODS.getFirst(), List.of("company")));
  }

  @Test
  void anUnknownModelIsRefusedByItsName() {
    var refused =
        assertThrows(
            RefusedException.class,
            () -> service.answer(SwapWorld.MOODS.getFirst(), List.of("gpt")));

    assertEquals(
        "There is no model called \"gpt\" here; there are: sbert, base, tfidf, era-prior,"
            + " most-played, random.",
        refused.detail());
  }

  @Test
  void whatIsSaidToASongIsKeptShownAndTakenBack() throws Exception {
    var feedback =
        new FeedbackResource(
            service.answering(), Caller.of(Identity.owner("test")), Clock.systemUTC());
    Answer answer = service.answer(SwapWorld.MOODS.getFirst(), null);
    SongAnswer song = answer.songs().get(1);
    SwapWorld.await(() -> noProblem(feedback::all));

    var _ = feedback.say(new Said(song.answer(), "took-me-back", null, null));
    FeedbackView kept = feedback.all().feedback().getFirst();
    assertEquals(song.title(), kept.title());
    assertEquals(SwapWorld.MOODS.getFirst(), kept.mood());
    assertEquals("s2", kept.modelVersion());
    assertEquals(song.evidence().stream().map(each -> each.date()).toList(), kept.days());

    var _ = feedback.say(new Said(song.answer(), "wrong era", null, null));
    assertEquals(1, feedback.all().feedback().size());
    assertEquals("wrong-era", feedback.all().feedback().getFirst().verdict());

    var _ = feedback.takeBack(kept.id());
    assertEquals(List.of(), feedback.all().feedback());
    assertThrows(RefusedException.class, () -> feedback.takeBack(kept.id()));
    assertThrows(
        RefusedException.class, () -> feedback.say(new Said("gone-1", "not-now", null, null)));
    assertThrows(
        RefusedException.class, () -> feedback.say(new Said(song.answer(), "meh", null, null)));
  }

  private static boolean noProblem(Runnable call) {
    try {
      call.run();
      return true;
    } catch (RefusedException _) {
      return false;
    }
  }
}
