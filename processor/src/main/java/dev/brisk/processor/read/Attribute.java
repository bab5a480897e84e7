package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Place;

/**
 * An attribute of an annotation.
 *
 * @param value as {@code AnnotationValue} gives it, but an enum constant as its name and an array
 *     as a {@code List} of values
 * @param written whether the user wrote it; else the value is the annotation's default
 * @param place the value where it is written, else the annotation
 */
public record Attribute(Object value, boolean written, Place place) {}
