package io.chihiro.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What is known of a sample life, as JSON for programs that do not share its classes.
final class Truth {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Truth() {}

  static String of(SampleLife life) {
    ObjectNode truth = JsonNodeFactory.instance.objectNode();
    truth.put("seed", life.seed()).put("zones", SampleLife.ZONES);
    truth.set("account", account(life.expectedAccount()));
    ArrayNode moods = truth.putArray("moods");
    GoldenMoods.all()
        .forEach(mood -> moods.addObject().put("text", mood.text()).put("era", era(mood.era())));
    pages(truth.putArray("pages"), life.journal().pages());
    ArrayNode days = truth.putArray("days");
    life.days().forEach(day -> day(days.addObject(), day));
    ArrayNode moments = truth.putArray("moments");
    life.expectedMoments().forEach(moment -> moment(moments.addObject(), moment));
    songs(truth.putObject("songs"), life.repertoire());
    return truth.toPrettyString() + "\n";
  }

  private static ObjectNode account(ImportAccount account) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("rows", account.rows()).put("stored", account.stored());
    json.set("dropped", JSON.valueToTree(account.dropped()));
    return json.put("waiting", 0);
  }

  private static void pages(ArrayNode json, List<PhotographedPage> pages) {
    for (PhotographedPage page : pages) {
      json.addObject()
          .put("file", page.file())
          .put("date", page.date().toString())
          .put("dateWritten", page.dateWritten())
          .put("transcript", page.transcript());
    }
  }

  private static void day(ObjectNode json, DiaryDay day) {
    json.put("date", day.date().toString()).put("era", era(day.era())).put("text", day.text());
  }

  private static void moment(ObjectNode json, ExpectedMoment moment) {
    json.put("date", moment.date().toString()).set("songs", JSON.valueToTree(moment.songs()));
  }

  private static void songs(ObjectNode json, Repertoire repertoire) {
    for (Era era : Era.values()) {
      ArrayNode songs = json.putArray(era(era));
      for (Track track : repertoire.of(era)) {
        songs.addObject().put("title", track.title()).put("artist", track.artist());
      }
    }
  }

  private static String era(Era era) {
    return era.title();
  }
}
