package dev.brisk.processor.program;

/** The binary operators, with Java's symbols and precedence. */
public enum Operator {
  MULTIPLY("*", 12),
  DIVIDE("/", 12),
  REMAINDER("%", 12),
  ADD("+", 11),
  SUBTRACT("-", 11),
  SHIFT_LEFT("<<", 10),
  SHIFT_RIGHT(">>", 10),
  SHIFT_RIGHT_UNSIGNED(">>>", 10),
  LESS("<", 9),
  LESS_OR_EQUAL("<=", 9),
  GREATER(">", 9),
  GREATER_OR_EQUAL(">=", 9),
  EQUAL("==", 8),
  NOT_EQUAL("!=", 8),
  BITWISE_AND("&", 7),
  BITWISE_XOR("^", 6),
  BITWISE_OR("|", 5),
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
    return precedence > SHIFT_LEFT.precedence;
  }

  /** Whether it moves the bits of a whole number, whose type is the result's. */
  public boolean isShift() {
    return precedence == SHIFT_LEFT.precedence;
  }

  /** Whether it combines the bits of two whole numbers, or two truth values. */
  public boolean isBitwise() {
    return this == BITWISE_AND || this == BITWISE_XOR || this == BITWISE_OR;
  }

  /** Whether it combines two truth values, the second only if the first does not decide. */
  public boolean isLogical() {
    return this == AND || this == OR;
  }

  /** Whether it orders two numbers. */
  public boolean isOrdering() {
    return precedence == LESS.precedence;
  }

  /** The type of its value (JLS 15.17 to 15.24). */
  public Scalar result(Scalar left, Scalar right) {
    if (isShift()) {
      return left;
    }
    return isArithmetic() || isBitwise() ? Scalar.promoted(left, right) : Scalar.BOOLEAN;
  }

  /** Whether it takes operands of these types. */
  public boolean takes(Scalar left, Scalar right) {
    boolean bothWhole = left.isWhole() && right.isWhole();
    boolean bothTruths = left == Scalar.BOOLEAN && right == Scalar.BOOLEAN;
    if (isShift()) {
      return bothWhole;
    } else if (isBitwise()) {
      return bothWhole || bothTruths;
    } else if (isLogical()) {
      return bothTruths;
    }
    boolean bothNumeric = left.isNumeric() && right.isNumeric();
    return bothNumeric || (bothTruths && (this == EQUAL || this == NOT_EQUAL));
  }
}
