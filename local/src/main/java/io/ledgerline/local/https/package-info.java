/** Certificates that the suite makes for itself, so that clients that insist on https can call. */
package io.ledgerline.local.https;
