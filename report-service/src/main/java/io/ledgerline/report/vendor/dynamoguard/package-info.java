/**
 * Billing reports as DynamoGuard's Python SDK asks for them: tokens of the analyze and chat
 * endpoints by day. Here is what they say; who asks, keeps and makes them is in the packages below.
 */
package io.ledgerline.report.vendor.dynamoguard;
