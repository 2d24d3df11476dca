package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.keys.KeyRing;
import io.chihiro.keys.ProcessSeal;
import io.chihiro.keys.Sealing;
import io.chihiro.keys.Unsealed;
import io.chihiro.shape.SealedProcess;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SealedProcess.class)
class SealedRecordsTest {
  private static final Set<Class<? extends Event>> OPEN =
      Set.of(
          PageScanned.class,
          TrackPlayed.class,
          PlayCorrected.class,
          SongListed.class,
          LyricsKept.class,
          SongEmbedded.class,
          SongDescribed.class,
          SongAliased.class,
          AccountKept.class,
          ListeningRules.class,
          ModelTrained.class,
          RejectedHandled.class,
          TasteAgreed.class);
  private static final Moment DAY =
      new Moment("ana", LocalDate.parse("2024-03-05"), "The lemon tree.", List.of());

  private KeyRing keys;

  @BeforeEach
  void seal(KeyRing given) {
    keys = given;
  }

  @ParameterizedTest
  @MethodSource("io.chihiro.events.Examples#all")
  void everyRecordComesBackAsItWas(Event record) {
    byte[] bytes = Wire.write("owner/1", record);

    assertEquals(record, Wire.read("owner/1", bytes, record.getClass()));
  }

  @ParameterizedTest
  @MethodSource("io.chihiro.events.Examples#all")
  void whatSomebodyWroteOrSaidIsSealedAndTheRestIsNot(Event record) {
    byte[] bytes = Wire.write("owner/1", record);

    assertEquals(!OPEN.contains(record.getClass()), Sealing.isSealed(bytes));
  }

  @Test
  void aTextDoesNotShow() {
    String bytes = new String(Wire.write(DAY.key(), DAY), StandardCharsets.ISO_8859_1);

    assertFalse(bytes.contains("lemon"));
  }

  @Test
  void aRecordOfBeforeThereWereKeysIsRead() {
    ProcessSeal.install(new Unsealed());
    byte[] plain = Wire.write(DAY.key(), DAY);
    ProcessSeal.install(keys);

    assertEquals(DAY, Wire.read(DAY.key(), plain, Moment.class));
  }

  @Test
  void aRecordThatWasMovedToAnotherKeyIsUnreadable() {
    byte[] bytes = Wire.write(DAY.key(), DAY);

    var refused =
        assertThrows(
            UnreadableRecordException.class,
            () -> Wire.find("ana/2024-03-06", bytes, Moment.class));

    assertEquals(
        "not a readable Moment: it is sealed, and was changed or moved from another place",
        refused.problem());
  }

  @Test
  void aRecordOfAnotherKindUnderTheSameKeyIsUnreadable() {
    byte[] bytes = Wire.write("ana/1", DAY);

    assertThrows(UnreadableRecordException.class, () -> Wire.find("ana/1", bytes, EntryRead.class));
  }

  @Test
  void whoseKeyIsGoneIsAbsentAndNoFault() {
    byte[] bytes = Wire.write(DAY.key(), DAY);
    keys.destroy("ana");

    assertEquals(Optional.empty(), Wire.find(DAY.key(), bytes, Moment.class));
    assertThrows(UnreadableRecordException.class, () -> Wire.read(DAY.key(), bytes, Moment.class));
  }

  @Test
  void aProgramWithoutKeysPassesSealedRecordsBy() {
    byte[] bytes = Wire.write(DAY.key(), DAY);
    ProcessSeal.install(new Unsealed());

    assertThrows(UnreadableRecordException.class, () -> Wire.find(DAY.key(), bytes, Moment.class));
  }

  @Test
  void aFingerprintStaysWhileTheBytesChange() {
    assertNotEquals(hex(Wire.write(DAY.key(), DAY)), hex(Wire.write(DAY.key(), DAY)));
    assertEquals(Wire.fingerprint(DAY.key(), DAY), Wire.fingerprint(DAY.key(), DAY));
  }

  @Test
  void aTextInAStoreIsBoundToItsPlace() {
    byte[] kept = Wire.writeText("texts", "ana/1", "The lemon tree.");

    assertTrue(Sealing.isSealed(kept));
    assertEquals(Optional.of("The lemon tree."), Wire.findText("texts", "ana/1", kept));
    assertThrows(UnreadableRecordException.class, () -> Wire.findText("texts", "ana/2", kept));
    byte[] before = "The lemon tree.".getBytes(StandardCharsets.UTF_8);
    assertEquals(Optional.of("The lemon tree."), Wire.findText("texts", "ana/1", before));
    keys.destroy("ana");
    assertEquals(Optional.empty(), Wire.findText("texts", "ana/1", kept));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
