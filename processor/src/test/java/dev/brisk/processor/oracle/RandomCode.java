package dev.brisk.processor.oracle;

/** The text of a class as it is written, with its indentation. */
final class RandomCode {
  private final StringBuilder text = new StringBuilder();
  private int indent = 1;

  void line(String line) {
    text.append("  ".repeat(indent)).append(line).append('\n');
  }

  /** A line that opens a block. */
  void open(String head) {
    line(head + " {");
    indent++;
  }

  /** The end of one block, and the head of the next. */
  void reopen(String head) {
    indent--;
    open(head);
  }

  void close() {
    indent--;
    line("}");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
