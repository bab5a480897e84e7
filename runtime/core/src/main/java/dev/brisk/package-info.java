/**
 * What a user writes on a model class: the annotations, and the enums they take.
 *
 * <p>Nothing here has behaviour. The annotation processor reads these at compile time; at run time
 * none of them is looked at, so all have source or class retention.
 */
@NullMarked
package dev.brisk;

import org.jspecify.annotations.NullMarked;
