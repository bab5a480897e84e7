/**
 * Programs to read and to change, one essay each. {@code Lesson01} to {@code Lesson12} are about
 * learning rate and step size, {@code Exercise1} to {@code Exercise4} are tasks that are solved;
 * the others are real uses, of which {@link dev.brisk.samples.HandwrittenDigits} is the one to
 * begin with. Each {@code main} says what it reached; where it promises something it fails if that
 * is less. What a lesson claims is held by its test. Models and data that several programs use have
 * packages of their own below.
 */
@NullMarked
package dev.brisk.samples;

import org.jspecify.annotations.NullMarked;
