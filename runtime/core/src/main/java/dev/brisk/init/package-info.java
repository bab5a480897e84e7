/**
 * First values of parameters, from a seed.
 *
 * <p>Called by generated trainers for what their model leaves to be initialised. The same seed
 * gives the same bits on every JDK. Depends on no other package of Brisk.
 */
@NullMarked
package dev.brisk.init;

import org.jspecify.annotations.NullMarked;
