package dev.brisk.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compiler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * javac that opens the jars of the class path once, not in each compilation: a third of what a
 * small one takes. A compilation with a class path of its own is one by {@link Compiler#javac()}.
 */
public final class Javac {
  private static final JavaCompiler SHARING = sharing(ToolProvider.getSystemJavaCompiler());

  private Javac() {}

  /** The compiler that tests use. */
  public static Compiler compiler() {
    return Compiler.compiler(SHARING);
  }

  private static JavaCompiler sharing(JavaCompiler javac) {
    StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.getDefault(), UTF_8);
    StandardJavaFileManager open = answering(StandardJavaFileManager.class, files, "close", null);
    return answering(JavaCompiler.class, javac, "getStandardFileManager", open);
  }

  /** An object as the given one, but for a method of which the answer is known. */
  private static <T> T answering(Class<T> type, T object, String known, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            Javac.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(known)) {
                return answer;
              }
              try {
                return method.invoke(object, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
