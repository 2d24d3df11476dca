package io.chihiro.door;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The door is the same for every service, so it knows none of them.
class DoorShapeTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.chihiro.door");

  @Test
  void theDoorKnowsNothingElseOfOurs() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are the door's, keys, tracing or not ours", DoorShapeTest::isDoorOrForeign))
        .check(CLASSES);
  }

  @Test
  void nothingIsPrintedAndOneLogIsKept() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
  }

  private static boolean isDoorOrForeign(JavaClass other) {
    String name = other.getPackageName();
    return !name.startsWith("io.chihiro.")
        || name.startsWith("io.chihiro.door")
        || name.equals("io.chihiro.keys")
        || name.startsWith("io.chihiro.tracing");
  }
}
