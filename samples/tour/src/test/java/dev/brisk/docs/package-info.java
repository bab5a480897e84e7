/**
 * What the documentation shows, run. A method of a test is what a page tells of one matter, and
 * asserts what is said beside it; {@link dev.brisk.docs.DocumentationTest} finds the blocks of the
 * pages in them, and in the samples.
 */
@NullMarked
package dev.brisk.docs;

import org.jspecify.annotations.NullMarked;
