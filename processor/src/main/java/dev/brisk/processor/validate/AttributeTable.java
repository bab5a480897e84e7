package dev.brisk.processor.validate;

import dev.brisk.processor.read.Declaration;
import java.util.List;

/** One choice that an annotation offers, and the attributes that mean something with it. */
interface AttributeTable {
  /** The constant of the annotation's enum. */
  String name();

  /** The attributes that it reads, beside those that every choice reads. */
  List<String> reads();

  /** Whether the attribute means something, and the user gave it a value. */
  default boolean judges(Declaration declaration, String attribute) {
    return reads().contains(attribute) && declaration.isWritten(attribute);
  }
}
