package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.directory.Membership;
import io.ledgerline.report.directory.Workspace;
import io.ledgerline.report.directory.change.Ids;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Between workspaces and what SCIM says of groups. */
public final class ScimGroups {
  private static final String NAME = "displayName";
  private static final String MEMBERS = "members";
  private static final String VALUE = "value";

  private ScimGroups() {}

  /** What clients may change of a group. */
  public static ObjectNode writable(Workspace workspace, Collection<UUID> members) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (workspace.externalId() != null) {
      node.put("externalId", workspace.externalId());
    }
    node.put(NAME, workspace.name());
    if (!members.isEmpty()) {
      ArrayNode list = node.putArray(MEMBERS);
      members.stream().map(UUID::toString).sorted().forEach(id -> list.addObject().put(VALUE, id));
    }
    return node;
  }

  /**
   * The whole resource but for {@code meta}.
   *
   * @param base the address of all of SCIM
   */
  public static ObjectNode resource(Workspace workspace, List<Membership> members, String base) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.putArray("schemas").add(ScimSchemas.GROUP);
    node.put("id", workspace.id().toString());
    if (workspace.externalId() != null) {
      node.put("externalId", workspace.externalId());
    }
    node.put(NAME, workspace.name());
    ArrayNode list = node.putArray(MEMBERS);
    for (Membership member : members) {
      String id = member.user().id().toString();
      list.addObject()
          .put(VALUE, id)
          .put("$ref", base + ScimSchemas.USERS.endpoint() + "/" + id)
          .put("display", member.user().userName())
          .put("type", "User");
    }
    return node;
  }

  /**
   * Reads a resource that is given whole.
   *
   * @throws ScimFault when a rule is broken
   */
  public static ScimGroup read(JsonNode body) {
    return of(ScimBody.resource(ScimSchemas.GROUPS, body));
  }

  /** Reads what a patch made of {@link #writable}. */
  public static ScimGroup of(ObjectNode node) {
    try {
      return new ScimGroup(
          Texts.required(NAME, text(node.get(NAME)), Texts.MAX_NAME),
          Texts.optional("externalId", text(node.get("externalId")), Texts.MAX_NAME),
          members(node));
    } catch (InvalidValueException e) {
      throw new ScimFault(ScimFault.Kind.INVALID_VALUE, e.detail());
    }
  }

  private static Set<UUID> members(ObjectNode node) {
    Set<UUID> members = new HashSet<>();
    for (JsonNode member : node.path(MEMBERS)) {
      String value = member.path(VALUE).asText();
      members.add(
          Ids.of(value)
              .orElseThrow(
                  () ->
                      new ScimFault(
                          ScimFault.Kind.INVALID_VALUE, "There is no user '" + value + "'.")));
    }
    return members;
  }

  private static String text(JsonNode node) {
    return node == null || node.isNull() ? null : node.asText();
  }
}
