package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.sample.ExpectedMoment;
import io.chihiro.sample.SampleLife;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DemoCheckTest {
  private final SampleLife life = SampleLife.fixed();
  private final DemoCheck check = new DemoCheck(life);

  @Test
  void theTruthIsRight() {
    assertTrue(check.account(List.of(account(0))).right());
    assertTrue(check.moments(moments()).right());
  }

  @Test
  void onePlayTooManyIsWrong() {
    ObjectNode answer = moments();
    ObjectNode song = (ObjectNode) answer.path("moments").path(0).path("songs").path(0);
    song.put("plays", song.path("plays").asInt() + 1);
    assertFalse(check.moments(answer).right());
  }

  @Test
  void aMissingDayIsWrong() {
    ObjectNode answer = moments();
    ((ArrayNode) answer.path("moments")).remove(0);
    assertFalse(check.moments(answer).right());
  }

  @Test
  void anAccountThatLostARowOrNeverCameIsWrong() {
    assertFalse(check.account(List.of(account(1))).right());
    assertFalse(check.account(List.of()).right());
  }

  private PlaysAccount account(int lost) {
    var truth = life.expectedAccount();
    TreeMap<String, Long> dropped = new TreeMap<>();
    truth.dropped().forEach((reason, rows) -> dropped.put(reason, (long) rows));
    return new PlaysAccount(
        "export.zip", "done", "", truth.rows(), truth.stored() - lost, dropped, lost);
  }

  private ObjectNode moments() {
    ObjectNode answer = FrontDoor.JSON.createObjectNode();
    ArrayNode days = answer.putArray("moments");
    for (ExpectedMoment moment : life.expectedMoments()) {
      days.addObject()
          .put("date", moment.date().toString())
          .set("songs", FrontDoor.JSON.valueToTree(moment.songs()));
    }
    return answer;
  }
}
