/** Calls that may be made again without a second effect: the caller's key and the body. */
package io.ledgerline.platform.idempotency;
