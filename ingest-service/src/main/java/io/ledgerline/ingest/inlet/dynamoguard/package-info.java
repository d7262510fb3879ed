/** Calls of DynamoGuard's analyze and chat endpoints, as their gateway tells them. */
package io.ledgerline.ingest.inlet.dynamoguard;
