package dev.brisk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.brisk", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageArrowsTest {
  @ArchTest
  static final ArchRule annotationsDependOnNothingElseInBrisk = dependsOnNothingBut("dev.brisk");

  @ArchTest
  static final ArchRule opsDependOnKernelsAlone =
      dependsOnNothingBut("dev.brisk.ops", "dev.brisk.kernel");

  @ArchTest
  static final ArchRule schedulesDependOnNothingElseInBrisk =
      dependsOnNothingBut("dev.brisk.schedule");

  @ArchTest
  static final ArchRule initializersDependOnNothingElseInBrisk =
      dependsOnNothingBut("dev.brisk.init");

  @ArchTest
  static final ArchRule kernelsDependOnNothingElseInBrisk =
      dependsOnNothingBut("dev.brisk.kernel..");

  @ArchTest
  static final ArchRule filesDependOnNothingElseInBrisk = dependsOnNothingBut("dev.brisk.file");

  @ArchTest
  static final ArchRule formatsOfNumpyDependOnNothingElseInBrisk =
      dependsOnNothingBut("dev.brisk.numpy");

  @ArchTest
  static final ArchRule checkpointsKnowNoTrainer =
      dependsOnNothingBut("dev.brisk.checkpoint", "dev.brisk.file", "dev.brisk.numpy");

  @ArchTest
  static final ArchRule dataKnowsNoTrainer =
      dependsOnNothingBut("dev.brisk.data", "dev.brisk.file", "dev.brisk.numpy");

  @ArchTest
  static final ArchRule onlyTheKernelsInVectorsNeedTheModuleThatIsSwitchedOn =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.brisk.kernel.vector")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.brisk.kernel.vector", "jdk.incubator..");

  @ArchTest
  static final ArchRule runtimeDependsOnWhatGeneratedCodeUses =
      noClasses()
          .that()
          .resideInAPackage("dev.brisk.runtime")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.brisk..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "dev.brisk",
                              "dev.brisk.checkpoint",
                              "dev.brisk.file",
                              "dev.brisk.init",
                              "dev.brisk.kernel",
                              "dev.brisk.ops",
                              "dev.brisk.runtime",
                              "dev.brisk.schedule"))));

  @ArchTest
  static final ArchRule whatTunesDependsOnAnnotationsFilesAndTheRuntimeAlone =
      dependsOnNothingBut(
          "dev.brisk.tune", "dev.brisk", "dev.brisk.file", "dev.brisk.runtime", "dev.brisk.text");

  @ArchTest
  static final ArchRule measuresOfCurvatureDependOnTheRuntimeAlone =
      dependsOnNothingBut("dev.brisk.analysis", "dev.brisk.runtime", "dev.brisk.text");

  @ArchTest
  static final ArchRule whatDiagnosesDependsOnTheRuntimeAlone =
      dependsOnNothingBut("dev.brisk.diagnose", "dev.brisk.runtime", "dev.brisk.text");

  @ArchTest
  static final ArchRule whatShowsProgressDependsOnTheRuntimeAlone =
      dependsOnNothingBut("dev.brisk.progress", "dev.brisk.runtime", "dev.brisk.text");

  @ArchTest
  static final ArchRule onlyWhatReadsDataAndLooksAtTrainingDependsOnLibraries =
      classes()
          .that()
          .resideOutsideOfPackages(
              "dev.brisk.analysis",
              "dev.brisk.data",
              "dev.brisk.diagnose",
              "dev.brisk.progress",
              "dev.brisk.tune")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.brisk..", "java..", "jdk.incubator.vector", "org.jspecify.annotations"));

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    assertThat(classes.stream().map(JavaClass::getPackage).distinct())
        .isNotEmpty()
        .allMatch(p -> p.isAnnotatedWith(NullMarked.class));
  }

  private static ArchRule dependsOnNothingBut(String itself, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(itself)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.brisk..")
                .and(not(resideInAPackage(itself)))
                .and(not(resideInAnyPackage(others))));
  }
}
