/** What answers over HTTP have in common: parts of them, entity tags. */
package io.ledgerline.platform.rest;
