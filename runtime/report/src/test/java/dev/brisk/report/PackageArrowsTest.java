package dev.brisk.report;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.brisk.report", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageArrowsTest {
  @ArchTest
  static final ArchRule chartsDependOnNothingElseInBrisk =
      dependsOnNothingBut("dev.brisk.report.chart");

  @ArchTest
  static final ArchRule pagesDependOnChartsAndFilesAlone =
      dependsOnNothingBut("dev.brisk.report.page", "dev.brisk.report.chart", "dev.brisk.file");

  @ArchTest
  static final ArchRule onlyPagesDependOnLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.brisk.report.page")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.gson..", "com.samskivert..");

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
