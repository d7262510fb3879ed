/** How JSON is read and written everywhere. */
package io.ledgerline.platform.json;
