package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.Song;
import io.chihiro.models.InMemoryModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedCompanyTest {
  private static final Song WAVES = song("Waves");
  private static final Song TIDES = song("Tides");
  private static final Song FERRY = song("Ferry");
  private static final Song NEON = song("Neon");
  private static final Song TAXI = song("Taxi");
  private static final Map<String, Song> MET = met(WAVES, TIDES, FERRY, NEON, TAXI);

  @TempDir private Path folder;
  private final InMemoryModels store = new InMemoryModels();
  private ModelRegistry registry = ModelRegistry.of(List.of());
  private final ServedCompany company = new ServedCompany(() -> registry, store);

  @BeforeEach
  void write() throws Exception {
    List<String> sea = List.of("waves", "tides", "ferry", "waves", "ferry", "tides");
    List<String> city = List.of("neon", "taxi", "neon", "taxi");
    Map<String, List<String>> names =
        Stream.of(WAVES, TIDES, FERRY, NEON, TAXI)
            .collect(
                Collectors.toMap(
                    each -> each.identity().substring(0, each.title().length()),
                    each -> List.of(each.identity())));
    store.put("company", "company-1", LivedTogether.version(folder, List.of(sea, city), names));
  }

  @Test
  void whatWasPromotedTellsWhoLivedNextToWhom() {
    tell("company-1", Optional.of("company-1"), "It is better.");

    assertEquals("company-1", company.of("owner").version());
    List<Song> near = company.nextTo("owner", WAVES, MET, 2);
    assertEquals(List.of(FERRY, TIDES), near.stream().sorted(this::byTitle).toList());
    assertEquals(List.of(TAXI), company.nextTo("owner", NEON, MET, 1));
    assertEquals(List.of(), company.nextTo("owner", song("Unheard"), MET, 2));
  }

  @Test
  void whatMayNotBeMetIsNoAnswer() {
    tell("company-1", Optional.of("company-1"), "It is better.");

    assertEquals(List.of(FERRY), company.nextTo("owner", WAVES, met(WAVES, FERRY, NEON), 1));
  }

  @Test
  void itAnswersWhomItLearnedFromAndNobodyElse() {
    tell("company-1", Optional.of("company-1"), "It is better.");

    assertEquals(403, assertThrows(RefusedException.class, () -> company.of("haku")).status());
    assertEquals(List.of(), company.nextTo("haku", WAVES, MET, 2));
  }

  @Test
  void whatIsNotPromotedSaysWhyNothingAnswers() {
    assertTrue(refused().detail().contains("train the model company"), refused().detail());

    tell("company-1", Optional.empty(), "company is not promoted: it may be chance.");

    assertEquals(409, refused().status());
    assertTrue(refused().detail().contains("it may be chance"), refused().detail());
    assertEquals(List.of(), company.nextTo("owner", WAVES, MET, 2));
  }

  @Test
  void aVersionThatIsWithdrawnIsLetGoOfAtOnce() {
    tell("company-1", Optional.of("company-1"), "It is better.");
    registry = ModelRegistry.of(List.of());
    company.settle();

    assertThrows(RefusedException.class, () -> company.of("owner"));
  }

  @Test
  void aVersionWhoseFilesAreBrokenIsNamedAndTriedAgain() throws Exception {
    Path vectors = folder.resolve("company.bin");
    byte[] whole = Files.readAllBytes(vectors);
    Files.write(vectors, new byte[] {1, 2, 3});
    tell("company-1", Optional.of("company-1"), "It is better.");

    assertTrue(company.problem().orElseThrow().contains("company-1"));
    assertTrue(refused().detail().contains("cannot be read"), refused().detail());

    Files.write(vectors, whole);
    company.settle();
    assertEquals(Optional.empty(), company.problem());
    assertEquals("company-1", company.of("owner").version());
  }

  private RefusedException refused() {
    return assertThrows(RefusedException.class, () -> company.of("owner"));
  }

  private void tell(String version, Optional<String> serving, String reason) {
    ModelTrained told = LivedTogether.told(version, serving, reason);
    registry = ModelRegistry.of(List.of(told));
    company.settle();
  }

  private int byTitle(Song one, Song other) {
    return one.title().compareTo(other.title());
  }

  private static Map<String, Song> met(Song... songs) {
    return Stream.of(songs).collect(Collectors.toMap(Song::identity, each -> each));
  }

  private static Song song(String title) {
    return new Song(title, "The Harbour Lights");
  }
}
