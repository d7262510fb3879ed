package io.ledgerline.notify.artifact;

import io.ledgerline.contracts.message.ArtifactRef;
import java.nio.file.Path;

/**
 * An artifact's bytes on this machine, for as long as {@link Artifacts#with} runs.
 *
 * @param artifact what it is; size and digest were found to be true
 * @param path the file
 */
public record ArtifactFile(ArtifactRef artifact, Path path) {}
