package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.Caller;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.OffLimits;
import io.chihiro.events.Song;
import io.chihiro.events.Topics;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.local.EmbeddedCache;
import io.chihiro.models.ClipFolder;
import io.chihiro.models.ClipText;
import io.chihiro.models.InMemoryModels;
import io.chihiro.models.RgbPicture;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.lines.SongsByLines.Score;
import io.chihiro.models.onnx.ColourPair;
import io.chihiro.recommend.SearchCall.Ends;
import io.chihiro.recommend.SearchSongsResource.Filters;
import io.chihiro.recommend.catalogue.SongFilter;
import io.chihiro.recommend.catalogue.SongFilter.Range;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Searching as it is called, with a real broker and a real Redis; what ingest-service and
/// embedding-service would write is written here.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchSongsIT {
  private static final String SEA =
      "I sailed away at dawn\nand the waves took me far from home\nThe harbour lights went out";
  private static final String CITY =
      "Neon over the crowded street\nand the subway sings all night\nThe taxis never sleep";

  private EmbeddedBroker broker;
  private EmbeddedCache cache;
  private KafkaEventWriter writer;
  private SentenceEncoder encoder;
  private SungSongs told;
  private final InMemoryModels fitted = new InMemoryModels();
  private Answering answering;
  private Searching searching;
  private Path clip;
  private ClipText forPictures;
  private final Caller owner = Caller.of(Identity.owner("test"));

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"));
    cache = EmbeddedCache.startAnywhere(folder.resolve("redis"));
    clip = ColourPair.write(folder.resolve("clip"));
    forPictures = new ClipFolder(clip).text(1);
    writer = new KafkaEventWriter(broker.bootstrapServers(), "search");
    encoder = new SentenceEncoder(Precision.INT8, 1);
    told = new SungSongs(writer, encoder, forPictures);
    var settings = settings();
    answering = new Answering(settings, fitted, Clock.systemUTC(), new SimpleMeterRegistry());
    answering.start();
    await(this::isReady);
    told.write("owner", "sea", "Ninety Leagues", Optional.of(0.2), SEA);
    told.write("owner", "city", "Downtown", Optional.of(0.9), CITY);
    told.write("owner", "rain", "Rain", Optional.empty(), "");
    told.write(
        "haku", "river", "Hakus Water", Optional.of(0.5), "The river remembers\nwhat I forgot");
    writer.flush();
    searching = new Searching(settings, answering, new SimpleMeterRegistry());
    searching.measure();
  }

  @AfterAll
  void stop() {
    searching.stop();
    answering.stop();
    encoder.close();
    forPictures.close();
    writer.close();
    cache.close();
    broker.close();
  }

  @Test
  void aVibeFindsTheSongThatIsAboutIt() throws Exception {
    var answer = vibe("a ship leaving the coast behind", Filters.NONE);

    assertEquals("sea", answer.songs().getFirst().song().id());
    assertEquals("Ninety Leagues", answer.songs().getFirst().song().title());
    assertEquals(SentenceEncoder.VERSION_INT8, answer.modelVersion());
    assertEquals(3, answer.searched());
    assertEquals(Optional.empty(), answer.notice());
  }

  @Test
  void anExactTitleIsShownApart() throws Exception {
    var answer = vibe("rain", Filters.NONE);

    assertEquals(List.of("rain"), answer.titles().stream().map(hit -> hit.song().id()).toList());
    assertEquals(1, answer.titles().getFirst().rankWithTitles());
    assertFalse(answer.songs().stream().anyMatch(hit -> hit.song().id().equals("rain")));
  }

  @Test
  void filtersKeepOutWhatDoesNotPassThem() throws Exception {
    var glad = new Filters(null, null, null, new Ends(0.5, null), null, null);
    assertEquals(List.of("city"), ids(vibe("a ship leaving the coast behind", glad)));

    var nobody = new Filters(null, null, null, null, "Somebody Else", null);
    var none = vibe("a ship leaving the coast behind", nobody);
    assertEquals(List.of(), none.songs());
    assertEquals(Optional.of("No song of yours passes these filters."), none.missing());

    var own = new Filters(null, null, null, null, null, true);
    assertEquals(List.of(), ids(vibe("a ship", own)), "none of these was ever played");
  }

  @Test
  void aLineFindsItsSongAndOnlyItIsShown() throws Exception {
    var answer = line("boats set out early in the morning", null);

    assertEquals("sea", answer.songs().getFirst().song().id());
    List<String> shown =
        answer.songs().getFirst().lines().stream().map(line -> line.text()).toList();
    assertTrue(shown.contains("I sailed away at dawn"), shown.toString());
    assertTrue(SEA.lines().toList().containsAll(shown), shown.toString());
    assertEquals(6, answer.searched());
  }

  @Test
  void whoSpeaksOfHarmingThemselvesIsToldWhoListensAndIsNotLedToSadSongs() throws Exception {
    var sad = new Filters(null, null, null, new Ends(null, 0.3), null, null);
    var answer = vibe("I want to die, far out at sea", sad);

    assertTrue(answer.notice().orElseThrow().helpLines().size() > 5);
    assertTrue(ids(answer).contains("city"), "the range of valence does not count");
    var byLine = line("I don't want to live anymore", new Ends(null, 0.3));
    assertTrue(byLine.notice().isPresent());
    assertEquals(6, byLine.searched());
  }

  @Test
  void songsAreSimilarInPartsAndUnknownPartsAreNamed() throws Exception {
    var answer = similar(owner, "sea", null, null);

    assertEquals("Ninety Leagues", answer.title());
    var city = answer.songs().stream().filter(hit -> hit.song().id().equals("city")).findFirst();
    assertEquals(Set.of("lyrics", "title", "artist"), city.orElseThrow().shares().keySet());
    assertEquals(List.of("genre", "year", "views", "featured"), city.orElseThrow().unknown());
    assertEquals(0.1, city.orElseThrow().shares().getOrDefault("artist", -1.0));
    assertEquals(0.4, answer.weights().getOrDefault("lyrics", -1.0));
    assertEquals(1, similar(owner, "sea", "1", null).songs().size());
    assertEquals(0.0, similar(owner, "sea", null, "0").weights().getOrDefault("lyrics", -1.0));
  }

  @Test
  void aRedPictureFindsTheLineThatIsRed() throws Exception {
    told.write(
        "owner", "rose", "Thorns", Optional.of(0.7), "Under the red red roses\nI waited long");
    told.write("owner", "sky", "Blue Hour", Optional.empty(), "");
    writer.flush();
    RgbPicture red = RgbPicture.of(64, 48, 0xff0000);
    await(() -> picture(red, SongFilter.NONE).songs().size() > 4);

    LinesFound answer = picture(red, SongFilter.NONE);
    assertEquals("rose", answer.songs().getFirst().song().id());
    assertEquals("Under the red red roses", answer.songs().getFirst().lines().getFirst().text());
    assertEquals(new ClipFolder(clip).version(), answer.modelVersion());
    LinesFound blue = picture(RgbPicture.of(9, 9, 0x0000ff), SongFilter.NONE);
    assertEquals("Blue Hour", blue.songs().getFirst().lines().getFirst().text());
    SongFilter sad = SongFilter.ofValence(Optional.of(new Range(0, 0.3)));
    assertEquals(
        List.of("sea"), picture(red, sad).songs().stream().map(hit -> hit.song().id()).toList());
    for (String song : List.of("rose", "sky")) {
      writer.delete(Topics.SONGS, "owner/" + song);
      writer.delete(Topics.LYRICS, "owner/" + song);
    }
    writer.flush();
    await(() -> picture(red, SongFilter.NONE).songs().size() < 5);
  }

  @Test
  void songsThatLieInAnIndexOnDiskAreAnsweredTheSame(@TempDir Path store, @TempDir Path learned)
      throws Exception {
    var settings = new OwnSettings(broker.bootstrapServers(), cache.uri(), clip, store, 1);
    Searching onDisk = new Searching(settings, answering, new SimpleMeterRegistry());
    try {
      await(() -> answers(() -> onDisk.searchedByPicture(owner)));
      onDisk.tend();
      try (Stream<Path> all = Files.walk(store)) {
        assertTrue(all.anyMatch(file -> file.endsWith("catalogue.json")), "there is an index");
      }
      assertFalse(picture(onDisk).songs().isEmpty());
      assertEquals(picture(searching), picture(onDisk));
      assertEquals(days(searching), days(onDisk));
      assertEquals(
          similar(owner, "sea", null, null),
          new SimilarSongsResource(onDisk, owner)
              .similar("sea", null, null, null, null, null, null, null, null, null));
      companyIsTheSame(onDisk, learned);
    } finally {
      onDisk.stop();
    }
  }

  private LinesFound picture(Searching in) throws InterruptedException {
    return new FindByPicture(in, 0.24, owner)
        .find(RgbPicture.of(9, 9, 0x0000ff), SongFilter.NONE, Score.SUM, 20);
  }

  private SongDaysResource.Answer days(Searching in) throws InterruptedException {
    return new SongDaysResource(in, answering, owner).days("sea", null);
  }

  private void companyIsTheSame(Searching onDisk, Path learned) throws Exception {
    List<String> heard = List.of("sea", "city", "snowed in", "sea", "city");
    fitted.put("company", "company-3", LivedTogether.version(learned, List.of(heard), Map.of()));
    announce(LivedTogether.told("company-3", Optional.of("company-3"), "It is better."));
    await(() -> answers(() -> byCompany(owner, "sea", null)));
    var company =
        new SimilarSongsResource(onDisk, owner)
            .similar("sea", null, "company", null, null, null, null, null, null, null);
    assertEquals(byCompany(owner, "sea", null), company);
    assertEquals("Downtown", company.songs().getFirst().song().title());
    announce(LivedTogether.told("company-4", Optional.empty(), "company is not promoted."));
    await(() -> !answers(() -> byCompany(owner, "sea", null)));
  }

  @Test
  void withoutAPairOfEncodersItIsSaidWhatToPutWhere() {
    var nobodys = new OwnSettings(broker.bootstrapServers(), cache.uri(), clip.resolve("empty"));
    try (PicturePair none = new PicturePair(nobodys.pictures().folder())) {
      var refused = assertThrows(RefusedException.class, none::version);
      assertEquals(409, refused.status());
      assertTrue(refused.detail().contains("put text_model.onnx, vision_model.onnx"));
    }
  }

  private LinesFound picture(RgbPicture picture, SongFilter wanted) {
    try {
      return new FindByPicture(searching, 0.24, owner).find(picture, wanted, Score.SUM, 20);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void songsThatLivedTogetherAreToldOnceThatIsLearned(@TempDir Path folder) throws Exception {
    assertEquals(409, refusedByCompany(owner, "sea").status());
    List<String> heard = List.of("sea", "city", "snowed in", "sea", "city");
    fitted.put("company", "company-1", LivedTogether.version(folder, List.of(heard), Map.of()));
    announce(LivedTogether.told("company-1", Optional.of("company-1"), "It is better."));
    await(() -> answers(() -> byCompany(owner, "sea", null)));

    var answer = byCompany(owner, "sea", null);
    assertEquals(List.of("city"), answer.songs().stream().map(hit -> hit.song().id()).toList());
    assertEquals("Downtown", answer.songs().getFirst().song().title());
    assertEquals(Set.of("company"), answer.songs().getFirst().shares().keySet());
    assertEquals(Optional.of("company-1"), answer.modelVersion());
    assertEquals(Optional.empty(), answer.missing());
    var rain = byCompany(owner, "rain", null);
    assertEquals(List.of(), rain.songs());
    assertTrue(rain.missing().orElseThrow().contains("in no session"), rain.toString());
    aSongOffLimitsIsNoCompany();
    companyRefusesWhatItCannotMean();
    announce(LivedTogether.told("company-2", Optional.empty(), "company is not promoted."));
    await(() -> !answers(() -> byCompany(owner, "sea", null)));
  }

  private void aSongOffLimitsIsNoCompany() throws Exception {
    Song city = new Song("Downtown", "The Harbour Lights");
    answering.offLimits().keep(new OffLimits("owner", Set.of(), Set.of(), List.of(city)));
    try {
      assertEquals(List.of(), byCompany(owner, "sea", null).songs());
      assertEquals(404, refusedByCompany(owner, "city").status());
    } finally {
      answering.offLimits().keep(OffLimits.nothing("owner"));
    }
  }

  private void companyRefusesWhatItCannotMean() {
    Caller haku = Caller.of(new Identity("haku", Identity.Role.MEMBER, "test"));
    assertEquals(403, refusedByCompany(haku, "river").status());
    assertEquals(404, refusedByCompany(owner, "river").status());
    assertThrows(RefusedException.class, () -> byCompany(owner, "sea", "0.5"));
    assertThrows(
        RefusedException.class,
        () ->
            new SimilarSongsResource(searching, owner)
                .similar("sea", null, "colour", null, null, null, null, null, null, null));
  }

  private RefusedException refusedByCompany(Caller caller, String song) {
    return assertThrows(RefusedException.class, () -> byCompany(caller, song, null));
  }

  private SimilarSongsResource.Answer byCompany(Caller caller, String song, @Nullable String lyrics)
      throws InterruptedException {
    return new SimilarSongsResource(searching, caller)
        .similar(song, null, "company", lyrics, null, null, null, null, null, null);
  }

  private void announce(ModelTrained model) {
    writer.write(Topics.MODELS, model.name(), model);
    writer.flush();
  }

  private static boolean answers(Callable<?> call) {
    try {
      var _ = call.call();
      return true;
    } catch (RefusedException _) {
      return false;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theSongsOfOthersAreNotThere() throws Exception {
    assertFalse(ids(vibe("the river remembers", Filters.NONE)).contains("river"));
    assertThrows(RefusedException.class, () -> similar(owner, "river", null, null));
    Caller haku = Caller.of(new Identity("haku", Identity.Role.MEMBER, "test"));

    assertEquals("Hakus Water", similar(haku, "river", null, null).title());
  }

  @Test
  void whatIsOffLimitsIsNotMet() throws Exception {
    Song sea = new Song("Ninety Leagues", "The Harbour Lights");
    answering.offLimits().keep(new OffLimits("owner", Set.of(), Set.of(), List.of(sea)));
    try {
      assertFalse(ids(vibe("a ship leaving the coast behind", Filters.NONE)).contains("sea"));
      assertEquals(3, line("boats set out early in the morning", null).searched());
      assertThrows(RefusedException.class, () -> similar(owner, "sea", null, null));
    } finally {
      answering.offLimits().keep(OffLimits.nothing("owner"));
    }
  }

  @Test
  void aSongThatComesLaterIsFoundAndOneThatGoesIsNot() throws Exception {
    var _ = vibe("anything at all", Filters.NONE);
    told.write(
        "owner", "snow", "White Roofs", Optional.empty(), "Snow on every roof of the village");
    writer.flush();
    await(() -> has("snow on the roofs", "snow"));
    writer.delete(Topics.SONGS, "owner/snow");
    writer.flush();
    await(() -> !has("snow on the roofs", "snow"));
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThrows(RefusedException.class, () -> vibe(null, Filters.NONE));
    assertThrows(RefusedException.class, () -> similar(owner, "sea", "many", null));
    assertThrows(RefusedException.class, () -> similar(owner, "sea", null, "NaN"));
    assertThrows(RefusedException.class, () -> similar(owner, "sea", null, "-1"));
  }

  private boolean has(String vibe, String song) {
    try {
      return ids(vibe(vibe, Filters.NONE)).contains(song);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private SearchSongsResource.Answer vibe(@Nullable String vibe, Filters filters)
      throws InterruptedException {
    return new SearchSongsResource(searching, owner)
        .search(new SearchSongsResource.Question(vibe, 10, filters));
  }

  private LinesFound line(String line, @Nullable Ends valence) throws InterruptedException {
    return new SearchLinesResource(searching, owner)
        .search(new SearchLinesResource.Question(line, null, valence, null, null));
  }

  private SimilarSongsResource.Answer similar(
      Caller caller, String song, @Nullable String limit, @Nullable String lyrics)
      throws InterruptedException {
    return new SimilarSongsResource(searching, caller)
        .similar(song, limit, null, lyrics, null, null, null, null, null, null);
  }

  private static List<String> ids(SearchSongsResource.Answer answer) {
    return answer.songs().stream().map(hit -> hit.song().id()).toList();
  }

  private RecommendSettings settings() {
    return new OwnSettings(broker.bootstrapServers(), cache.uri(), clip);
  }

  private boolean isReady() {
    try {
      answering.check();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return answering.ready();
  }

  private static void await(BooleanSupplier condition) {
    SwapWorld.await(condition);
  }
}
