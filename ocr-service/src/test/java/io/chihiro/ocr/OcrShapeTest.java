package io.chihiro.ocr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import io.chihiro.shape.ServiceShape;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Steps touch Kafka, HTTP and threads; what they stand on knows nothing of them.
class OcrShapeTest extends ServiceShape {
  private static final Set<String> STEPS =
      Set.of("OpenJournal", "WatchBucket", "FollowBucketEvents", "ReadPages");

  OcrShapeTest() {
    super(
        "io.chihiro.ocr",
        Set.of(
            "io.chihiro.events",
            "io.chihiro.door",
            "io.chihiro.door.upload",
            "io.chihiro.keys",
            "io.chihiro.metrics",
            "io.chihiro.tracing"));
  }

  @Override
  protected boolean isStep(JavaClass type) {
    return super.isStep(type) || STEPS.contains(type.getSimpleName());
  }

  @Override
  protected boolean speaksHttp(JavaClass type) {
    return super.speaksHttp(type) || type.getSimpleName().equals("JournalProblems");
  }

  @Test
  void enginesKnowNothingOfTheService() {
    standsAlone("engine");
  }

  @Test
  void bucketsKnowNothingOfTheService() {
    standsAlone("bucket");
  }

  @Test
  void digitalJournalsKnowNothingOfTheService() {
    standsAlone("digital");
  }

  @Test
  void photosKnowNothingOfTheService() {
    standsAlone("photo");
  }

  @Test
  void photosKnowNothingOfEngines() {
    noClasses()
        .that()
        .resideInAPackage("io.chihiro.ocr.photo")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.chihiro.ocr.engine")
        .check(all);
  }
}
