/**
 * The loss of a model around its parameters, as pictures: along a line with the steps of descent on
 * it, or over a plane with the path of a training. What is computed are functions of numbers; what
 * is drawn are records of {@code chart}.
 *
 * <p>May use {@code chart}, {@code page}, and of the runtime {@code analysis}, {@code runtime} and
 * {@code text}; and Commons Math.
 */
@NullMarked
package dev.brisk.report.landscape;

import org.jspecify.annotations.NullMarked;
