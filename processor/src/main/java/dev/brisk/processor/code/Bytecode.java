package dev.brisk.processor.code;

import dev.brisk.processor.program.Expr;
import java.util.List;

/** How large a routine becomes as a method: Java's limit is on the bytes of its instructions. */
public final class Bytecode {
  /** The largest method, JVMS 4.7.3. */
  public static final int LIMIT = 65_535;

  /** The largest method that HotSpot compiles, its {@code HugeMethodLimit}. */
  public static final int LARGEST_COMPILED = 8_000;

  private static final int OF_STATEMENT = 4;
  private static final int OF_JUMP = 8;
  private static final int OF_LOOP = 16;
  private static final int OF_CALL = 3;
  private static final int OF_LOAD = 3;
  private static final int OF_ELEMENT = 2;

  private Bytecode() {}

  /** An estimate, a little on the large side: what javac writes is within a tenth of it. */
  public static long size(List<Code> code) {
    long size = counted(code);
    return size + size / 20;
  }

  private static long counted(List<Code> code) {
    long size = 0;
    for (Code statement : code) {
      size += OF_STATEMENT;
      if (statement instanceof Code.For) {
        size += OF_LOOP;
      } else if (statement instanceof Code.If) {
        size += OF_JUMP;
      } else if (statement instanceof Code.Invoke
          || statement instanceof Code.Kernel
          || statement instanceof Code.Keep
          || statement instanceof Code.Touch) {
        size += OF_CALL + OF_LOAD;
      } else if (statement instanceof Code.PutAdd || statement instanceof Code.Put) {
        size += OF_LOAD + OF_ELEMENT;
      }
      for (Expr expr : Reads.expressions(statement)) {
        size += size(expr);
      }
      size += counted(Reads.inner(statement));
    }
    return size;
  }

  private static long size(Expr expr) {
    long size = own(expr);
    for (Expr operand : expr.operands()) {
      size += size(operand);
    }
    return size;
  }

  private static int own(Expr expr) {
    if (expr instanceof Expr.Element || expr instanceof Expr.Length) {
      return OF_LOAD + OF_ELEMENT;
    } else if (expr instanceof Expr.Conditional || expr instanceof Expr.Not) {
      return OF_JUMP;
    } else if (expr instanceof Expr.Call) {
      return OF_CALL;
    }
    boolean isOneInstruction =
        expr instanceof Expr.Binary || expr instanceof Expr.Negate || expr instanceof Expr.Cast;
    return isOneInstruction ? 1 : OF_LOAD;
  }
}
