/**
 * Pages of training runs. {@link dev.brisk.report.run.RunRecorder} listens to a fit, {@link
 * dev.brisk.report.run.RunRecord} is what it has heard, and {@link dev.brisk.report.run.RunPage}
 * shows one or compares several. May use {@code chart}, {@code page}, and of the runtime what
 * trains, diagnoses, and names kernels.
 */
@NullMarked
package dev.brisk.report.run;

import org.jspecify.annotations.NullMarked;
