/** Cost centres and attribution rules over HTTP. */
package io.ledgerline.report.attribution.rest;
