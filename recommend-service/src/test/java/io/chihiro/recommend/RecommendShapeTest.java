package io.chihiro.recommend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.chihiro.shape.ServiceShape;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The front door reaches the other services over HTTP alone.
class RecommendShapeTest extends ServiceShape {
  RecommendShapeTest() {
    super(
        "io.chihiro.recommend",
        Set.of(
            "io.chihiro.events",
            "io.chihiro.door",
            "io.chihiro.keys",
            "io.chihiro.metrics",
            "io.chihiro.tracing",
            "io.chihiro.models",
            "io.chihiro.models.bucket",
            "io.chihiro.models.evaluation",
            "io.chihiro.models.explain",
            "io.chihiro.models.index",
            "io.chihiro.models.lines",
            "io.chihiro.models.sequences",
            "io.chihiro.models.tastes"));
  }

  @Test
  void theIndexKnowsNothingOfTheService() {
    standsAlone("index");
  }

  @Test
  void redisStopsAtItsAdapter() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.index\\.(Redis|Cluster)[A-Z][a-z]+")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.lettuce..")
        .check(all);
  }
}
