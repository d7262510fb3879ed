package io.ledgerline.report.report.chargeback;

import io.ledgerline.report.report.chargeback.Roster.Who;
import java.util.UUID;

/**
 * A place as the report's tables have it: the workspace by its name in the directory, and the user
 * who is meant.
 *
 * @param workspace null where there is none, like the next two
 * @param project a project of the workspace
 * @param who who did it
 */
record Spot(String workspace, String project, Who who) {
  boolean isIn(String name) {
    return name.equals(workspace);
  }

  boolean isOf(String name, String ofProject) {
    return isIn(name) && ofProject.equals(project);
  }

  boolean isBy(String name, UUID id) {
    return who != null && who.name().equals(name) && java.util.Objects.equals(who.id(), id);
  }
}
