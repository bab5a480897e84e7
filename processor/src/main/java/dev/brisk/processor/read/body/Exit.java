package dev.brisk.processor.read.body;

/** A statement that ends the path through the statements around it. */
enum Exit {
  BREAK,
  CONTINUE,
  RETURN,
  YIELD
}
