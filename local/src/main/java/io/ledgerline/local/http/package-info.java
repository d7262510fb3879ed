/** Runs collections of HTTP requests as editors know them. */
package io.ledgerline.local.http;
