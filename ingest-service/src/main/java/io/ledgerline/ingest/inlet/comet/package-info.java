/** What people and programs do in Comet, as whoever watches it tells. */
package io.ledgerline.ingest.inlet.comet;
