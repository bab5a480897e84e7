package dev.brisk.report;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.brisk.report", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageArrowsTest {
  @ArchTest
  static final ArchRule picturesDependOnNothingElseInBrisk =
      dependsOnNothingBut("dev.brisk.report.chart");

  @ArchTest
  static final ArchRule pagesKnowNoTrainer =
      dependsOnNothingBut("dev.brisk.report.page", "dev.brisk.report.chart", "dev.brisk.file");

  @ArchTest
  static final ArchRule pagesOfRunsKnowWhatTrainsAndDiagnoses =
      dependsOnNothingBut(
          "dev.brisk.report.run",
          "dev.brisk.report.chart",
          "dev.brisk.report.page",
          "dev.brisk.diagnose",
          "dev.brisk.kernel",
          "dev.brisk.runtime",
          "dev.brisk.text");

  @ArchTest
  static final ArchRule pagesOfTheFinderKnowWhatTunes =
      dependsOnNothingBut(
          "dev.brisk.report.finder",
          "dev.brisk.report.chart",
          "dev.brisk.report.page",
          "dev.brisk.text",
          "dev.brisk.tune");

  @ArchTest
  static final ArchRule pagesOfBatchesKnowWhatTunes =
      dependsOnNothingBut(
          "dev.brisk.report.scaling",
          "dev.brisk.report.chart",
          "dev.brisk.report.page",
          "dev.brisk.text",
          "dev.brisk.tune");

  @ArchTest
  static final ArchRule landscapesKnowWhatTrainsAndMeasures =
      dependsOnNothingBut(
          "dev.brisk.report.landscape",
          "dev.brisk.analysis",
          "dev.brisk.report.chart",
          "dev.brisk.report.page",
          "dev.brisk.runtime",
          "dev.brisk.text");

  @ArchTest
  static final ArchRule onlyPagesDependOnWhatWritesThem =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.brisk.report.page")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.gson..", "com.samskivert..");

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
                .and(DescribedPredicate.not(resideInAPackage(itself)))
                .and(DescribedPredicate.not(resideInAnyPackage(others))));
  }
}
