/** The messages between the services and the topics they travel on. */
package io.ledgerline.contracts.message;
