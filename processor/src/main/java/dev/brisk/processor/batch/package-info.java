/**
 * Turns a routine of one example into one of a batch: the loop over examples is distributed around
 * products by weights, which kernels do for the whole batch. From code to code; knows no model.
 */
@NullMarked
package dev.brisk.processor.batch;

import org.jspecify.annotations.NullMarked;
