package dev.brisk.peers;

/** What is trained on, and what the result is judged by. */
record Data(Examples training, Examples test) {}
