/**
 * A page that opens from disk, without a network: text, tables and figures in one file of HTML, and
 * what draws them in a browser. May use {@code chart}, and files of the runtime that are written as
 * a whole; knows no trainer.
 */
@NullMarked
package dev.brisk.report.page;

import org.jspecify.annotations.NullMarked;
