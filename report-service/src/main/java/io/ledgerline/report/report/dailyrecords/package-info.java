/** The kind {@code daily-records}: a row for each account, user, provider, charge type and day. */
package io.ledgerline.report.report.dailyrecords;
