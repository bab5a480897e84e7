/** Fashion-MNIST, garments of 28x28 pixels, and models that tell them apart. */
@NullMarked
package dev.brisk.samples.fashion;

import org.jspecify.annotations.NullMarked;
