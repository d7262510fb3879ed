/**
 * What inlets without a caller had to refuse: a pointer and a digest, never the content. Listed,
 * and replayable once its cause is mended.
 */
package io.ledgerline.ingest.inlet.quarantine;
