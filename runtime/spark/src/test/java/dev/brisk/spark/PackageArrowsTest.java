package dev.brisk.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.brisk.spark", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageArrowsTest {
  /** Of what Spark brings along, nothing but itself and Hadoop's file systems. */
  @ArchTest
  static final ArchRule knowsWhatTrainsAndSpark =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.brisk.spark",
              "dev.brisk.kernel",
              "dev.brisk.runtime",
              "dev.brisk.text",
              "dev.brisk.tune",
              "java..",
              "org.apache.hadoop.conf",
              "org.apache.hadoop.fs",
              "org.apache.spark..",
              "org.jspecify.annotations",
              "scala..");

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    assertThat(classes.stream().map(JavaClass::getPackage).distinct())
        .isNotEmpty()
        .allMatch(p -> p.isAnnotatedWith(NullMarked.class));
  }
}
