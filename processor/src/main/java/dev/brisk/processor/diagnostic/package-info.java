/**
 * What can be wrong with a model and how it is said: the enum of all problems, and where and with
 * which numbers one occurred. Every stage may use it; it uses none.
 */
@NullMarked
package dev.brisk.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
