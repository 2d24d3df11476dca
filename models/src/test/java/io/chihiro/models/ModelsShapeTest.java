package io.chihiro.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What is learned knows neither what travels nor any service: streams in and out.
class ModelsShapeTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.chihiro.models");

  @Test
  void modelsKnowNothingElseOfOurs() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are models or not ours", ModelsShapeTest::isModelOrForeign))
        .check(CLASSES);
  }

  @Test
  void modelsKnowNoKafkaAndNoContainer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "jakarta..", "io.quarkus..")
        .check(CLASSES);
  }

  @Test
  void onlyTrainingKnowsTorch() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.chihiro.models.torch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.chihiro.models.torch..", "ai.djl.training..", "ai.djl.nn..", "ai.djl.pytorch..")
        .check(CLASSES);
  }

  @Test
  void nothingIsPrintedAndOneLogIsKept() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
  }

  private static boolean isModelOrForeign(JavaClass other) {
    String name = other.getPackageName();
    return !name.startsWith("io.chihiro.") || name.startsWith("io.chihiro.models");
  }
}
