package io.ledgerline.report.directory.imports;

import io.ledgerline.report.directory.change.Outcome;
import java.util.UUID;

/**
 * What became of a row.
 *
 * @param row its place, from 1; 0 for a member whom a snapshot does not name
 * @param outcome what became of it
 * @param user surrogate of whom it speaks; null for a workspace
 * @param workspace identity of what it speaks of; null for a user
 */
public record RowOutcome(int row, Outcome outcome, UUID user, UUID workspace) {}
