package dev.brisk.projects;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the published jars are to a program on the module path, by the jars themselves. */
class PublishedModulesIT {
  private static final List<String> NAMES =
      List.of("dev.brisk", "dev.brisk.processor", "dev.brisk.report", "dev.brisk.spark");

  private final Map<String, ModuleDescriptor> published = published();

  @Test
  void haveTheNamesThatUsersRequire() {
    assertThat(published.keySet()).containsExactlyInAnyOrderElementsOf(NAMES);
  }

  @Test
  void shareNoPackage() {
    List<String> packages = new ArrayList<>();
    published.values().forEach(module -> packages.addAll(module.packages()));

    assertThat(packages).doesNotHaveDuplicates().contains("dev.brisk", "dev.brisk.report.run");
  }

  @Test
  void provideTheirServices() {
    assertThat(published.get("dev.brisk.report").provides())
        .extracting(ModuleDescriptor.Provides::service)
        .containsExactly("dev.brisk.runtime.HtmlReport");
    assertThat(published.get("dev.brisk.processor").provides())
        .extracting(ModuleDescriptor.Provides::service)
        .containsExactly("javax.annotation.processing.Processor");
  }

  /** Resolution fails where two modules have a package in common, those of others included. */
  @Test
  void resolveTogetherWithAllThatTheyNeed() {
    Configuration resolved =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(), ModuleFinder.of(classPath()), Set.copyOf(NAMES));

    assertThat(resolved.modules()).extracting(ResolvedModule::name).containsAll(NAMES);
  }

  private static Map<String, ModuleDescriptor> published() {
    Path[] jars =
        Stream.of(classPath())
            .filter(path -> path.getFileName().toString().startsWith("brisk-"))
            .toArray(Path[]::new);
    assertThat(jars).hasSize(NAMES.size()).allMatch(jar -> jar.toString().endsWith(".jar"));
    return ModuleFinder.of(jars).findAll().stream()
        .map(ModuleReference::descriptor)
        .collect(toMap(ModuleDescriptor::name, Function.identity()));
  }

  private static Path[] classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> path.toString().endsWith(".jar"))
        .toArray(Path[]::new);
  }
}
