package io.chihiro.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import io.chihiro.shape.ServiceShape;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Plays and entries in, moments out; this service learns nothing, so it knows no model.
class IngestShapeTest extends ServiceShape {
  private static final Set<String> HTTP = Set.of("PassOn", "TopologyProblems");

  IngestShapeTest() {
    super(
        "io.chihiro.ingest",
        Set.of(
            "io.chihiro.events",
            "io.chihiro.door",
            "io.chihiro.door.upload",
            "io.chihiro.keys",
            "io.chihiro.metrics",
            "io.chihiro.tracing"));
  }

  @Override
  protected boolean speaksHttp(JavaClass type) {
    return super.speaksHttp(type) || HTTP.contains(type.getSimpleName());
  }

  @Test
  void theFormatsOfAHistoryKnowNothingOfTheService() {
    standsAlone("history");
  }

  @Test
  void theFormatsOfAHistoryKnowNoKafka() {
    noClasses()
        .that()
        .resideInAPackage("io.chihiro.ingest.history")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .check(all);
  }
}
