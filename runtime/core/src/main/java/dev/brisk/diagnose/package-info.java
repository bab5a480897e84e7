/**
 * What is wrong with a training: of one that is over, told from its losses ({@link
 * dev.brisk.diagnose.LearningRateDiagnosis}); of one that runs, told from every update ({@link
 * dev.brisk.diagnose.TrainingMonitor}).
 *
 * <p>May use {@code runtime}. A monitor keeps numbers ({@code Course}), and asks rules of them, one
 * for each {@link dev.brisk.diagnose.Symptom}; nothing is allocated unless a rule finds something.
 */
@NullMarked
package dev.brisk.diagnose;

import org.jspecify.annotations.NullMarked;
