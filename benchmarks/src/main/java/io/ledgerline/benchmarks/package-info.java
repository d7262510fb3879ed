/**
 * Measured speed of the packaged suite, as ratios to limits that are measured in the same run.
 * {@code load} sends, {@code limit} finds what the machine can do at most, {@code run} does one
 * after the other, {@code figure} tells.
 */
package io.ledgerline.benchmarks;
