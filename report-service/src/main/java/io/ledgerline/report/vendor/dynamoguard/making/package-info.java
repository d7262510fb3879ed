/** Makes DynamoGuard's billing reports as report runs of a kind of their own. */
package io.ledgerline.report.vendor.dynamoguard.making;
