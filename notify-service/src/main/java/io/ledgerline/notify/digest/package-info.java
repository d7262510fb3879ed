/** What a report's mail says: one set of Qute templates per report kind, and one for all others. */
package io.ledgerline.notify.digest;
