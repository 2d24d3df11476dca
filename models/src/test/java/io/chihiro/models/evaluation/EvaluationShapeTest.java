package io.chihiro.models.evaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class EvaluationShapeTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.chihiro.models");

  @Test
  void aModelKnowsNothingOfHowItIsJudgedOrExplained() {
    noClasses()
        .that()
        .resideInAPackage("io.chihiro.models")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.chihiro.models.evaluation", "io.chihiro.models.explain")
        .check(CLASSES);
  }

  @Test
  void judgingAndExplainingNeedNoTraining() {
    noClasses()
        .that()
        .resideInAnyPackage("io.chihiro.models.evaluation", "io.chihiro.models.explain")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..", "ai.onnxruntime..", "io.chihiro.models.torch..")
        .check(CLASSES);
  }
}
