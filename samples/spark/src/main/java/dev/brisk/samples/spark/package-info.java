/** Training on Apache Spark. */
@NullMarked
package dev.brisk.samples.spark;

import org.jspecify.annotations.NullMarked;
