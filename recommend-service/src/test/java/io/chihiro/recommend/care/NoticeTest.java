package io.chihiro.recommend.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.recommend.care.Notice.HelpLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NoticeTest {
  @Test
  void somebodyInDangerIsToldWhoListens() {
    Notice notice = Notice.on("I want to die").orElseThrow();

    assertFalse(notice.sentence().isBlank());
    Map<String, String> lines =
        notice.helpLines().stream().collect(Collectors.toMap(HelpLine::country, HelpLine::contact));
    assertEquals("call or text 988", lines.get("US"));
    assertEquals("116 123", lines.get("GB"));
    assertEquals("116 123", lines.get("IE"));
    assertTrue(lines.getOrDefault("DE", "").contains("0800 1110111"));
    assertEquals("1925", lines.get("TW"));
    assertEquals("0120-279-338", lines.get("JP"));
  }

  @Test
  void everyLineNamesACountryAndHowSomebodyIsReached() {
    List<HelpLine> lines = Notice.on("suicidal").orElseThrow().helpLines();

    assertTrue(lines.stream().allMatch(line -> line.country().matches("[A-Z]{2}")));
    assertTrue(lines.stream().noneMatch(line -> line.name().isBlank()));
    assertTrue(lines.stream().allMatch(line -> line.contact().matches(".*\\d.*")));
  }

  @Test
  void nobodyElseSeesIt() {
    assertEquals(Optional.empty(), Notice.on("a quiet day by the sea"));
  }
}
