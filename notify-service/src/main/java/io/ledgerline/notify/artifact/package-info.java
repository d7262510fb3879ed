/** Artifacts of report-service: fetched when they are sent, checked, and kept no longer. */
package io.ledgerline.notify.artifact;
