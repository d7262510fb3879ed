/**
 * Who pays: cost centres, and rules that say which of them pays for usage. Decided when reporting,
 * by what was known at an instant. Pure; edges live below.
 */
package io.ledgerline.report.attribution;
