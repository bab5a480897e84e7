package dev.brisk.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javax.annotation.processing.AbstractProcessor;
import javax.lang.model.element.Modifier;

/** The pipeline: each stage knows those that its own work is made from, and no other. */
@AnalyzeClasses(
    packages = "dev.brisk.processor",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class PackageArrowsTest {
  private static final String HERE = "dev.brisk.processor";

  @ArchTest
  static final ArchRule stagesKnowOnlyWhatTheyAreMadeFrom =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("entry")
          .definedBy(HERE)
          .layer("diagnostic")
          .definedBy(HERE + ".diagnostic..")
          .layer("program")
          .definedBy(HERE + ".program..")
          .layer("code")
          .definedBy(HERE + ".code..")
          .layer("optimizer")
          .definedBy(HERE + ".optimizer..")
          .layer("read")
          .definedBy(HERE + ".read..")
          .layer("schedule")
          .definedBy(HERE + ".schedule..")
          .layer("validate")
          .definedBy(HERE + ".validate..")
          .layer("derive")
          .definedBy(HERE + ".derive..")
          .layer("batch")
          .definedBy(HERE + ".batch..")
          .layer("plan")
          .definedBy(HERE + ".plan..")
          .layer("emit")
          .definedBy(HERE + ".emit..")
          .layer("preview")
          .definedBy(HERE + ".preview..")
          .whereLayer("entry")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("diagnostic")
          .mayNotAccessAnyLayer()
          .whereLayer("program")
          .mayOnlyAccessLayers("diagnostic")
          .whereLayer("code")
          .mayOnlyAccessLayers("program", "diagnostic")
          .whereLayer("optimizer")
          .mayOnlyAccessLayers("diagnostic")
          .whereLayer("read")
          .mayOnlyAccessLayers("program", "diagnostic")
          .whereLayer("schedule")
          .mayOnlyAccessLayers("read", "diagnostic")
          .whereLayer("validate")
          .mayOnlyAccessLayers("read", "program", "optimizer", "schedule", "diagnostic")
          .whereLayer("derive")
          .mayOnlyAccessLayers("program", "code", "diagnostic")
          .whereLayer("batch")
          .mayOnlyAccessLayers("program", "code", "diagnostic")
          .whereLayer("plan")
          .mayOnlyAccessLayers(
              "derive", "batch", "read", "program", "code", "optimizer", "schedule", "diagnostic")
          .whereLayer("emit")
          .mayOnlyAccessLayers(
              "plan", "batch", "read", "program", "code", "optimizer", "schedule", "diagnostic")
          .whereLayer("preview")
          .mayOnlyAccessLayers("plan", "read", "optimizer", "schedule", "diagnostic");

  @ArchTest
  static final ArchRule emitterTakesOnlyTheNameOfWhatWasRead =
      noClasses()
          .that()
          .resideInAPackage(HERE + ".emit..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(HERE + ".read.ModelSource");

  @ArchTest
  static final ArchRule javacIsKnownToTheReadingStageAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages(HERE + ".read..", HERE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun.source..", "javax.lang.model.type..", "javax.tools..");

  @ArchTest
  static final ArchRule elementsAreKnownToTheReadingStageAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages(HERE + ".read..", HERE)
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are javac's elements, modifiers aside",
                  type ->
                      type.getPackageName().equals("javax.lang.model.element")
                          && !type.isEquivalentTo(Modifier.class)));

  @ArchTest
  static final ArchRule javaPoetIsKnownToTheEmitterAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage(HERE + ".emit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.palantir.javapoet..");

  @ArchTest
  static final ArchRule onlyTheEntryPointIsAProcessor =
      classes().that().areAssignableTo(AbstractProcessor.class).should().resideInAPackage(HERE);
}
