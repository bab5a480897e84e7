package dev.brisk.processor.program;

/** Makes the variables of one program. */
public final class Variables {
  private int count;

  /** A variable of its own. */
  public Variable fresh(String name, Type type, Variable.Kind kind) {
    int id = count++;
    return new Variable(id, id, name, type, kind);
  }

  /** A local variable of its own. */
  public Variable local(String name, Type type) {
    return fresh(name, type, Variable.Kind.LOCAL);
  }

  /** The next version of a variable. */
  public Variable version(Variable earlier) {
    return new Variable(
        count++, earlier.origin(), earlier.name(), earlier.type(), Variable.Kind.LOCAL);
  }
}
