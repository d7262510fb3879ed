/**
 * Amazon Bedrock model invocation logs: what a record says and what it means as usage. Pure: no
 * CDI, no database, no clock, no network. Prompts and answers are skipped while reading and never
 * held.
 */
package io.ledgerline.ingest.inlet.bedrock;
