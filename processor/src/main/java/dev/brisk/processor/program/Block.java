package dev.brisk.processor.program;

import java.util.List;

/** Statements in order. */
public record Block(List<Statement> statements) {
  public static final Block EMPTY = new Block(List.of());

  public Block {
    statements = List.copyOf(statements);
  }
}
