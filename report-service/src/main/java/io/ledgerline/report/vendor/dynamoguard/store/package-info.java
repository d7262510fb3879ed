/** What only DynamoGuard's reports have: numbers, job ids, and when billing was enabled. */
package io.ledgerline.report.vendor.dynamoguard.store;
