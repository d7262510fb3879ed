/**
 * Paths that speak another wire format than our own: how their callers say who they are, how their
 * errors look.
 */
package io.ledgerline.platform.problem.surface;
