package dev.brisk.processor.read;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds javac's trees behind what build tools put around its environment. Gradle's incremental
 * compilation and kapt keep it in a field, IntelliJ offers a method that unwraps it. The wrappers
 * stay in use for everything else, as they track which files are written.
 */
public final class TreeAccess {
  private static final List<String> FIELDS_OF_WRAPPERS = List.of("delegate", "processingEnv");
  private static final int DEEPEST_WRAPPING = 8;

  private TreeAccess() {}

  /** The trees; empty where the compiler has none, as Eclipse's. */
  public static Optional<Trees> of(ProcessingEnvironment environment) {
    Object candidate = environment;
    for (int depth = 0; depth < DEEPEST_WRAPPING; depth++) {
      if (!(candidate instanceof ProcessingEnvironment current)) {
        return Optional.empty();
      }
      try {
        return Optional.of(Trees.instance(current));
      } catch (IllegalArgumentException | LinkageError notJavac) {
        candidate = unwrapped(current).orElse(null);
      }
    }
    return Optional.empty();
  }

  private static Optional<Object> unwrapped(ProcessingEnvironment wrapper) {
    Optional<Object> byIntelliJ = unwrappedByIntelliJ(wrapper);
    if (byIntelliJ.isPresent()) {
      return byIntelliJ;
    }
    for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
      for (String name : FIELDS_OF_WRAPPERS) {
        Optional<Object> content = content(type, name, wrapper);
        if (content.isPresent()) {
          return content;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Object> unwrappedByIntelliJ(ProcessingEnvironment wrapper) {
    try {
      ClassLoader loader = wrapper.getClass().getClassLoader();
      Class<?> wrappers = Class.forName("org.jetbrains.jps.javac.APIWrappers", false, loader);
      Method unwrap = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class);
      Object inner = unwrap.invoke(null, ProcessingEnvironment.class, wrapper);
      return Optional.ofNullable(inner == wrapper ? null : inner);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError absent) {
      return Optional.empty();
    }
  }

  private static Optional<Object> content(Class<?> type, String name, Object wrapper) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return Optional.ofNullable(field.get(wrapper));
    } catch (ReflectiveOperationException | RuntimeException absent) {
      return Optional.empty();
    }
  }
}
