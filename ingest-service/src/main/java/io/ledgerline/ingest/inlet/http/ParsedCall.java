package io.ledgerline.ingest.inlet.http;

import java.util.List;

/**
 * What a call brought.
 *
 * @param single whether it was one event by itself, which is answered by status code too
 * @param events in the order sent
 * @param unknownFields how many fields nobody here knows
 */
record ParsedCall(boolean single, List<ParsedEvent> events, long unknownFields) {}
