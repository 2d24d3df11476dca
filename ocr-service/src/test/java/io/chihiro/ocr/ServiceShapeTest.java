package io.chihiro.ocr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Steps touch Kafka, HTTP and threads; what they stand on knows nothing of them.
class ServiceShapeTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.chihiro.ocr");

  private static final Set<String> STEPS = Set.of("OpenJournal", "WatchBucket", "ReadPages");

  private static final DescribedPredicate<JavaClass> STEP =
      DescribedPredicate.describe("steps", ServiceShapeTest::isStep);

  @Test
  void nothingImportsAStep() {
    noClasses()
        .that(DescribedPredicate.not(STEP))
        .should()
        .dependOnClassesThat(STEP)
        .check(CLASSES);
  }

  @Test
  void aStepImportsNoOtherStep() {
    for (JavaClass step : CLASSES.that(STEP)) {
      noClasses()
          .that(DescribedPredicate.equalTo(step))
          .should()
          .dependOnClassesThat(
              STEP.and(
                  DescribedPredicate.describe(
                      "others", other -> !outermost(other).equals(outermost(step)))))
          .check(CLASSES);
    }
  }

  @Test
  void portsKnowNothingOfTheService() {
    noClasses()
        .that()
        .resideInAnyPackage("io.chihiro.ocr.engine", "io.chihiro.ocr.photo")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.chihiro.ocr")
        .check(CLASSES);
  }

  @Test
  void photosKnowNothingOfEngines() {
    noClasses()
        .that()
        .resideInAPackage("io.chihiro.ocr.photo")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.chihiro.ocr.engine")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.chihiro.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyResourcesAndTheirSurroundingsSpeakHttp() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .and()
        .doNotHaveSimpleName("JournalProblems")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(CLASSES);
  }

  @Test
  void noServiceKnowsAnother() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are events, the door, this service or not ours", ServiceShapeTest::mayBeKnown))
        .check(CLASSES);
  }

  private static boolean mayBeKnown(JavaClass other) {
    String name = other.getPackageName();
    return !name.startsWith("io.chihiro.")
        || name.startsWith("io.chihiro.ocr")
        || name.equals("io.chihiro.events")
        || name.equals("io.chihiro.door");
  }

  private static boolean isStep(JavaClass type) {
    String name = outermost(type);
    return type.getPackageName().equals("io.chihiro.ocr")
        && (STEPS.contains(name) || name.endsWith("Resource"));
  }

  private static String outermost(JavaClass type) {
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
    int inner = name.indexOf('$');
    return inner < 0 ? name : name.substring(0, inner);
  }
}
