/**
 * Events over HTTP. {@code BodyReader} and {@code EventDraft} turn bytes into events token by token
 * and are pure; {@code EventResource} answers.
 */
package io.ledgerline.ingest.inlet.http;
