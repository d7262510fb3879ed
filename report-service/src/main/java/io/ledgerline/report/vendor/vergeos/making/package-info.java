/** Makes billing records, by the hour and on request. */
package io.ledgerline.report.vendor.vergeos.making;
