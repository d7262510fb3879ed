/** The daily usage report: one row per invocation, as the AWS sample lays it out. */
package io.ledgerline.report.report.dailyusage;
