package io.chihiro.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.LifeDay;
import io.chihiro.models.evaluation.Decision.Kept;
import io.chihiro.models.evaluation.Report.LossPoint;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportTest {
  private static final Life LIFE = Lives.of(40, 1);
  private static final String EVIL = "<script>alert('\"&')</script>";

  @Test
  void whatIsWrittenForProgramsIsReadAgain(@TempDir Path folder) throws Exception {
    Report report = report("tfidf");
    report.write(folder);

    assertEquals(report, Report.read(folder));
    assertTrue(Files.readString(folder.resolve("report.json")).contains("\"ndcg@10\""));
  }

  @Test
  void noJournalTextIsInAReport(@TempDir Path folder) throws Exception {
    report("tfidf").write(folder);

    for (String file : List.of(Report.JSON_FILE, Report.HTML_FILE)) {
      String written = Files.readString(folder.resolve(file));
      for (LifeDay day : LIFE.days()) {
        assertFalse(written.contains(day.text()), file);
      }
      assertFalse(Pattern.compile("lonely|tender|deadline|Jonas").matcher(written).find(), file);
    }
  }

  @Test
  void whateverANameHoldsThePageShowsItAsText() throws Exception {
    String page = ReportPage.html(report(EVIL));

    assertFalse(page.contains("<script"));
    assertTrue(page.contains("&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;"));
  }

  @Test
  void thePageNeedsNothingFromElsewhere() throws Exception {
    String page = ReportPage.html(report("tfidf"));

    assertTrue(page.contains("default-src 'none'"));
    assertFalse(Pattern.compile("https?:|src=|href=|@import|url\\(").matcher(page).find());
  }

  @Test
  void everyPictureIsWellFormed() throws Exception {
    List<String> pictures =
        Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
            .matcher(ReportPage.html(report("tfidf")))
            .results()
            .map(match -> match.group())
            .toList();

    // 3 kinds, histogram, confusion, eras, losses, map
    assertEquals(8, pictures.size());
    for (String picture : pictures) {
      assertFalse(picture.contains("NaN"), picture);
      assertEquals("svg", root(picture));
    }
  }

  @Test
  void aModelThatIsNotTrainedHasNoCurveAndNoMap() throws Exception {
    Report report =
        Report.of(
            "base",
            "1",
            "base",
            Instant.EPOCH,
            new Kept("It ships with the program."),
            List.of(),
            List.of(),
            Optional.empty(),
            LatentMap.none());

    assertFalse(ReportPage.html(report).contains("<svg"));
  }

  @Test
  void groupsOfNeighboursStayGroupsOnThePlane() {
    List<float[]> vectors =
        IntStream.range(0, 60)
            .mapToObj(i -> new float[] {i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, i * 0.001f})
            .toList();

    List<Tsne.Point> points = Tsne.of(vectors, 1);

    assertEquals(points, Tsne.of(vectors, 1));
    for (int i = 0; i < points.size(); i++) {
      assertEquals(i % 3, nearest(i, points) % 3, "neighbour of " + i);
    }
  }

  @Test
  void evenOneDayHasAPlace() {
    assertEquals(1, Tsne.of(List.of(new float[] {1, 0}), 1).size());
    assertEquals(2, Tsne.of(List.of(new float[] {1, 0}, new float[] {1, 0}), 1).size());
  }

  private static int nearest(int of, List<Tsne.Point> points) {
    return IntStream.range(0, points.size())
        .filter(i -> i != of)
        .boxed()
        .min(
            (a, b) ->
                Double.compare(
                    distance(points.get(a), points.get(of)),
                    distance(points.get(b), points.get(of))))
        .orElseThrow();
  }

  private static double distance(Tsne.Point a, Tsne.Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  private static String root(String picture) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(picture)))
        .getDocumentElement()
        .getTagName();
  }

  private static Report report(String shown) throws InterruptedException {
    Comparison table =
        new Evaluation(20, 1).compare(LIFE, Split.heldOutDays(LIFE.days(), 1), List.of());
    return Report.of(
        "tfidf",
        shown,
        "most-played",
        Instant.parse("2026-11-22T10:00:00Z"),
        new Kept("It is kept because of " + shown + "."),
        List.of(table),
        List.of(new LossPoint(0, 0.5, Optional.empty()), new LossPoint(1, 0.2, Optional.of(0.3))),
        Optional.of(new Drift(0.97, 0.8, 0.81)),
        new LatentMap(
            List.of(shown), List.of(new LatentMap.Place(0, 1, 0), new LatentMap.Place(2, 3, -1))));
  }
}
