package dev.brisk.processor.program;

/**
 * A class whose static members are used.
 *
 * @param packageName empty for the unnamed package
 * @param className from the outermost class inwards, {@code Outer.Inner}
 */
public record Owner(String packageName, String className) {
  /** The class's own name, without those around it. */
  public String simpleName() {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
