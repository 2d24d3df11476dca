package io.chihiro.recommend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The front door reaches the other services over HTTP alone.
class RecommendShapeTest {
  private static final String SERVICE = "io.chihiro.recommend";

  private static final Set<String> MAY_BE_KNOWN =
      Set.of(
          "io.chihiro.events", "io.chihiro.door", "io.chihiro.models", "io.chihiro.models.explain");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(SERVICE);

  private static final DescribedPredicate<JavaClass> RESOURCE =
      DescribedPredicate.describe(
          "resources", type -> outermost(type).getSimpleName().endsWith("Resource"));

  @Test
  void noServiceKnowsAnother() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are this service's, may be known or are not ours", RecommendShapeTest::mayBeKnown))
        .check(CLASSES);
  }

  @Test
  void nothingImportsAResource() {
    noClasses()
        .that(DescribedPredicate.not(RESOURCE))
        .should()
        .dependOnClassesThat(RESOURCE)
        .check(CLASSES);
  }

  @Test
  void aResourceImportsNoOtherResource() {
    for (JavaClass resource : CLASSES.that(RESOURCE)) {
      noClasses()
          .that(DescribedPredicate.equalTo(resource))
          .should()
          .dependOnClassesThat(
              RESOURCE.and(
                  DescribedPredicate.describe(
                      "others", other -> !outermost(other).equals(outermost(resource)))))
          .check(CLASSES);
    }
  }

  @Test
  void onlyResourcesSpeakHttp() {
    noClasses()
        .that(DescribedPredicate.not(RESOURCE))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(CLASSES);
  }

  @Test
  void theIndexKnowsNothingOfTheService() {
    noClasses()
        .that()
        .resideInAPackage(SERVICE + ".index")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SERVICE)
        .check(CLASSES);
  }

  @Test
  void redisStopsAtItsAdapter() {
    noClasses()
        .that()
        .doNotHaveSimpleName("RedisDays")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.lettuce..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.chihiro.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingIsPrintedAndOneLogIsKept() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
  }

  private static boolean mayBeKnown(JavaClass other) {
    String name = other.getPackageName();
    return !name.startsWith("io.chihiro.")
        || name.equals(SERVICE)
        || name.startsWith(SERVICE + ".")
        || MAY_BE_KNOWN.contains(name);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(RecommendShapeTest::outermost).orElse(type);
  }
}
