/** The service's tables, made in the background and waited for. */
package io.ledgerline.platform.schema;
