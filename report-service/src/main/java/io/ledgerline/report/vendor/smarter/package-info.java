/**
 * Daily billing records in Smarter's form: what charges of a day come to, by account, user,
 * provider and charge type. Pure; days are days in UTC.
 */
package io.ledgerline.report.vendor.smarter;
