/**
 * The billing records of VergeOS, as its clients read and ask for them: what a record is and how it
 * comes out of capacity samples. Pure.
 */
package io.ledgerline.report.vendor.vergeos;
