/** The WebSocket that the SDK's constructor opens. */
package io.ledgerline.report.vendor.dynamoguard.socket;
