/** DynamoGuard's wire format over HTTP, and its settings. */
package io.ledgerline.report.vendor.dynamoguard.rest;
