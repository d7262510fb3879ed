/** Events in the format of a vendor's own: what a mapping reads them by. */
package io.ledgerline.ingest.inlet.feed;
