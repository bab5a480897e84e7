package dev.brisk.report.landscape;

/**
 * A direction in which parameters are moved.
 *
 * @param name of the axis along it
 * @param start what the axis says where nothing is moved
 * @param vector of all parameters; one unit of the axis
 */
record Direction(String name, double start, double[] vector) {}
