/**
 * Errors as RFC 9457 problem documents: one family of exceptions, one list of codes, one mapper.
 */
package io.ledgerline.platform.problem;
