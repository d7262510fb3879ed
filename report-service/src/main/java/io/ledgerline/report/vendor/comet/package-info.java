/**
 * The admin paths of Comet's API: the chargeback report of a month and the service accounts. Their
 * wire format is the vendor's; what they say comes from {@code report.report.chargeback}.
 */
package io.ledgerline.report.vendor.comet;
