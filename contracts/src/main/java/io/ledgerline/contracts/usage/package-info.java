/** Usage as a source says it and as the ledger keeps it. */
package io.ledgerline.contracts.usage;
