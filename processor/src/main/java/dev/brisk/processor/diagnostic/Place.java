package dev.brisk.processor.diagnostic;

/**
 * A place in the user's source: an attribute of an annotation, an element, or an expression of a
 * method body. Opaque to all but the reading stage, which makes places, and the reporter, which
 * prints at them.
 */
public interface Place {
  /** For programs that come from no source, as in tests. */
  Place NOWHERE = new Place() {};
}
