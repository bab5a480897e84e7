package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Type;
import java.util.List;

/** Reads the extents that an annotation gives to an array. */
final class Shapes {
  private Shapes() {}

  /**
   * The extents as written; empty if there are none.
   *
   * @param attribute of the declaration, which has the extents
   * @param name of the field or argument
   */
  static List<Integer> read(
      Declaration declaration, String attribute, Type type, String name, Diagnostics diagnostics) {
    List<Integer> shape = declaration.wholes(attribute);
    if (declaration.isWritten(attribute)) {
      check(declaration, attribute, type, name, diagnostics);
    }
    return shape;
  }

  private static void check(
      Declaration declaration, String attribute, Type type, String name, Diagnostics diagnostics) {
    List<Integer> shape = declaration.wholes(attribute);
    if (!type.isArray()) {
      diagnostics.add(
          Problem.SHAPE_ON_SCALAR,
          declaration.place(attribute),
          name,
          type,
          Type.arrayOf(type.element()));
    } else if (shape.isEmpty()) {
      diagnostics.add(Problem.SHAPE_WITHOUT_EXTENT, declaration.place(attribute), name);
    } else if (shape.stream().anyMatch(extent -> extent <= 0)) {
      diagnostics.add(
          Problem.SHAPE_EXTENT_NOT_POSITIVE,
          declaration.place(attribute),
          name,
          shape.stream().filter(extent -> extent <= 0).findFirst().orElseThrow());
    } else if (type.rank() > 1 && shape.size() != type.rank()) {
      diagnostics.add(
          Problem.SHAPE_RANK_DIFFERS,
          declaration.place(attribute),
          name,
          type,
          Figures.count(shape.size(), "extent"),
          type.rank());
    } else if (size(shape) > Integer.MAX_VALUE) {
      diagnostics.add(
          Problem.SHAPE_TOO_LARGE,
          declaration.place(attribute),
          name,
          String.join(" x ", shape.stream().map(Figures::count).toList()),
          Figures.count(Integer.MAX_VALUE));
    }
  }

  /** The number of elements, or some number too large for an array. */
  static long size(List<Integer> shape) {
    long size = 1;
    for (int extent : shape) {
      size *= extent;
      if (size > Integer.MAX_VALUE) {
        return size;
      }
    }
    return size;
  }
}
