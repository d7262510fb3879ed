/** Where daily billing records and their accounts are kept. */
package io.ledgerline.report.vendor.smarter.store;
