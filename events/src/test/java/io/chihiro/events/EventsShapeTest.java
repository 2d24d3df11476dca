package io.chihiro.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.chihiro.shape.BrokerClients;
import org.junit.jupiter.api.Test;

/// What travels knows neither what is learned nor any service.
class EventsShapeTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.chihiro.events");

  @Test
  void eventsKnowNothingElseOfOurs() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are events, keys, tracing or not ours", EventsShapeTest::isEventOrForeign))
        .check(CLASSES);
  }

  @Test
  void everyClientOfTheBrokerIsMadeOfItsConnection() {
    BrokerClients.areMadeOfTheConnection().check(CLASSES);
  }

  @Test
  void nothingIsPrintedAndOneLogIsKept() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
  }

  private static boolean isEventOrForeign(JavaClass other) {
    String name = other.getPackageName();
    return !name.startsWith("io.chihiro.")
        || name.equals("io.chihiro.events")
        || name.equals("io.chihiro.keys")
        || name.equals("io.chihiro.tracing");
  }
}
