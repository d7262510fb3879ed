/** Where keys and secrets of the service come from: configuration, or made once and kept. */
package io.ledgerline.report.report.bundle.store;
