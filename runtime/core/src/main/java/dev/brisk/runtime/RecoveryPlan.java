package dev.brisk.runtime;

import dev.brisk.Restore;

/**
 * What {@link dev.brisk.OnDivergence} declares. Written for generated code.
 *
 * @param restore where training is taken up again
 * @param factor of the rate, in (0, 1)
 * @param maxRetries in one fit, at least 1
 * @param explosion the ratio of losses from which an epoch has diverged, above 1
 */
public record RecoveryPlan(Restore restore, double factor, int maxRetries, double explosion) {}
