/** Capacity samples as a VergeOS cluster counts them, turned into events of gauges. */
package io.ledgerline.ingest.inlet.vergeos;
