package dev.brisk.processor.program;

/** The binary operators, with Java's symbols and precedence. */
public enum Operator {
  MULTIPLY("*", 12),
  DIVIDE("/", 12),
  REMAINDER("%", 12),
  ADD("+", 11),
  SUBTRACT("-", 11),
  LESS("<", 9),
  LESS_OR_EQUAL("<=", 9),
  GREATER(">", 9),
  GREATER_OR_EQUAL(">=", 9),
  EQUAL("==", 8),
  NOT_EQUAL("!=", 8),
  AND("&&", 4),
  OR("||", 3);

  private final String symbol;
  private final int precedence;

  Operator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  public String symbol() {
    return symbol;
  }

  /** Higher binds tighter. */
  public int precedence() {
    return precedence;
  }

  /** Whether both operands and the result are numbers. */
  public boolean isArithmetic() {
    return precedence > LESS.precedence;
  }

  /** Whether it combines two truth values. */
  public boolean isLogical() {
    return this == AND || this == OR;
  }

  /** Whether it orders two numbers. */
  public boolean isOrdering() {
    return precedence == LESS.precedence;
  }
}
