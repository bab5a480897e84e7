package dev.brisk.processor.preview;

/** The rate or the momentum of one update. */
record Point(long step, double value) {}
