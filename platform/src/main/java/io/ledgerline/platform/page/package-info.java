/** Lists in pages: limit, opaque cursor, page. */
package io.ledgerline.platform.page;
