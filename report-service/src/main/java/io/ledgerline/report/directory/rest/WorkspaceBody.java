package io.ledgerline.report.directory.rest;

import java.time.Instant;

/**
 * A workspace as a caller lays it down.
 *
 * @param name as usage names it; no other that is there has it
 * @param externalId what the source knows it by
 * @param organisation whose it is
 * @param effective when it was made, or when the change took place; absent for now
 * @param source where that is written, for people; {@code api} when absent
 */
public record WorkspaceBody(
    String name, String externalId, String organisation, Instant effective, String source) {}
