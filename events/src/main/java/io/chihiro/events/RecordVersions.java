package io.chihiro.events;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The version of each kind of record, written as its first field.
///
/// A new field needs no new version: readers pass over what they do not know, and take what is
/// missing as absent. A field with another meaning, unit or form needs one, and so does a field
/// that must not be passed over: whoever knows only the version before then refuses the record
/// instead of misreading it. Who raises a number says in [Wire] how the one before is read.
/// Records without a version are of before there were any, and mean what 1 means.
final class RecordVersions {
  // A letter, because there are hundreds of thousands of plays; `version` is a model's.
  private static final String FIELD = "v";

  private static final Map<Class<? extends Event>, Integer> NOW =
      Map.ofEntries(
          entry(PageScanned.class, 1),
          entry(EntryRead.class, 1),
          entry(EnginesChosen.class, 1),
          entry(TrackPlayed.class, 1),
          entry(PlayCorrected.class, 1),
          entry(SongListed.class, 1),
          entry(LyricsKept.class, 1),
          entry(SongDescribed.class, 1),
          entry(SongAliased.class, 1),
          entry(PlaylistKept.class, 1),
          entry(LineAnnotated.class, 1),
          entry(PersonaJudged.class, 1),
          entry(ListeningRules.class, 1),
          entry(Moment.class, 1),
          entry(TextEmbedded.class, 1),
          entry(SongEmbedded.class, 1),
          entry(ModelTrained.class, 1),
          entry(Feedback.class, 1),
          entry(AccountKept.class, 1),
          entry(Erasure.class, 1),
          entry(OffLimits.class, 1),
          entry(TasteAgreed.class, 1),
          entry(Rejected.class, 1),
          entry(RejectedHandled.class, 1));

  private RecordVersions() {}

  /// The version that this code writes, and the highest that it reads.
  static int of(Class<? extends Event> type) {
    Integer version = NOW.get(type);
    if (version == null) {
      throw new IllegalStateException(type.getSimpleName() + " has no version");
    }
    return version;
  }

  /// The record's fields, as an object of JSON, with its version before them.
  static byte[] mark(Class<? extends Event> type, byte[] fields) {
    byte[] start = ("{\"" + FIELD + "\":" + of(type) + ",").getBytes(StandardCharsets.US_ASCII);
    byte[] marked = new byte[start.length + fields.length - 1];
    System.arraycopy(start, 0, marked, 0, start.length);
    System.arraycopy(fields, 1, marked, start.length, fields.length - 1);
    return marked;
  }

  /// Goes past the version, to where the record's fields begin.
  ///
  /// @param json at the very beginning
  /// @throws UnreadableRecordException if this code is too old for the record
  static void pass(JsonParser json, Class<? extends Event> type) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT || !FIELD.equals(json.nextFieldName())) {
      return;
    }
    if (json.nextToken() != JsonToken.VALUE_NUMBER_INT || json.getIntValue() < 1) {
      throw new UnreadableRecordException(type.getSimpleName(), "its version is wrong");
    }
    int version = json.getIntValue();
    if (version > of(type)) {
      throw new UnreadableRecordException(
          type.getSimpleName(),
          "it was written by a newer Chihiro, as version %d; this one reads up to %d"
              .formatted(version, of(type)));
    }
    json.nextToken();
  }
}
