/**
 * Bedrock's invocation log as CloudWatch hands it on: the envelope of a subscription, by itself or
 * through Amazon Data Firehose.
 */
package io.ledgerline.ingest.inlet.cloudwatch;
