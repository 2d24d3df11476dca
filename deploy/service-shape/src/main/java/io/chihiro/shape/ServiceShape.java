package io.chihiro.shape;

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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/// The rules that every service keeps; a service's own test extends this one and adds its own.
///
/// A step is where things come in or go on: what answers HTTP, and in some services what reads a
/// topic or a folder. Nothing imports a step.
public abstract class ServiceShape {
  // Each test has an object of its own; what is compiled stays the same for all of them.
  private static final Map<String, JavaClasses> READ = new ConcurrentHashMap<>();

  private final String service;
  private final Set<String> mayBeKnown;

  /// The service's classes, without its tests.
  protected final JavaClasses all;

  /// The shape of a service.
  ///
  /// @param service its package
  /// @param mayBeKnown packages of this project that it may use besides its own
  protected ServiceShape(String service, Set<String> mayBeKnown) {
    this.service = service;
    this.mayBeKnown = mayBeKnown;
    this.all = READ.computeIfAbsent(service, ServiceShape::read);
  }

  private static JavaClasses read(String service) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(service);
  }

  /// Whether a class is a step.
  protected boolean isStep(JavaClass type) {
    return type.getSimpleName().endsWith("Resource");
  }

  /// Whether a class may know HTTP.
  protected boolean speaksHttp(JavaClass type) {
    return type.getSimpleName().endsWith("Resource");
  }

  /// Services meet on topics and over HTTP alone.
  @Test
  public void noServiceKnowsAnother() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are this service's, may be known or are not ours", this::isKnown))
        .check(all);
  }

  /// What is called from outside is not called from inside.
  @Test
  public void nothingImportsAStep() {
    noClasses()
        .that(DescribedPredicate.not(steps()))
        .should()
        .dependOnClassesThat(steps())
        .check(all);
  }

  /// Steps are told apart.
  @Test
  public void aStepImportsNoOtherStep() {
    for (JavaClass each : all.that(steps())) {
      noClasses()
          .that(DescribedPredicate.equalTo(each))
          .should()
          .dependOnClassesThat(
              steps()
                  .and(
                      DescribedPredicate.describe(
                          "others", other -> !outermost(other).equals(outermost(each)))))
          .check(all);
    }
  }

  /// HTTP stops at the resources.
  @Test
  public void onlyResourcesSpeakHttp() {
    noClasses()
        .that(DescribedPredicate.describe("know no HTTP", type -> !speaksHttp(outermost(type))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(all);
  }

  /// A folder can be read without the others that read it.
  @Test
  public void packagesHaveNoCycles() {
    slices().matching("io.chihiro.(**)").should().beFreeOfCycles().check(all);
  }

  /// What a service says goes into its log.
  @Test
  public void nothingIsPrintedAndOneLogIsKept() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(all);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(all);
  }

  /// What is measured stands in one catalogue, so that its table can be made of it.
  @Test
  public void onlyTheCatalogueNamesMetrics() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "make a meter by its name", call -> makesMeters(call.getTargetOwner().getName())))
        .check(all);
  }

  /// What the owner sets about the broker reaches every client of it.
  @Test
  public void everyClientOfTheBrokerIsMadeOfItsConnection() {
    BrokerClients.areMadeOfTheConnection().check(all);
  }

  private static boolean makesMeters(String type) {
    String meters = "io.micrometer.core.instrument.";
    return type.equals(meters + "MeterRegistry")
        || (type.startsWith(meters) && type.endsWith("$Builder"));
  }

  /// A package of this service that knows nothing of what is around it.
  protected void standsAlone(String inner) {
    noClasses()
        .that()
        .resideInAPackage(service + "." + inner)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(service)
        .check(all);
  }

  /// ONNX Runtime and DJL are the models' business.
  protected void theEncodersMachineryStaysWithTheModels() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.onnxruntime..", "ai.djl..")
        .check(all);
  }

  private DescribedPredicate<JavaClass> steps() {
    return DescribedPredicate.describe("steps", type -> isStep(outermost(type)));
  }

  private boolean isKnown(JavaClass other) {
    String name = other.getPackageName();
    return !name.startsWith("io.chihiro.")
        || name.equals(service)
        || name.startsWith(service + ".")
        || mayBeKnown.contains(name);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ServiceShape::outermost).orElse(type);
  }
}
