package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What clients find out before they begin: what this service can, which resources it has. */
public final class ScimDiscovery {
  /** The URN of a list's message. */
  public static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ScimDiscovery() {}

  /** What this service can. */
  public static ObjectNode config(String base) {
    ObjectNode config = JSON.objectNode();
    config.putArray("schemas").add(CORE + "ServiceProviderConfig");
    supported(config, "patch", true);
    supported(config, "bulk", false).put("maxOperations", 0).put("maxPayloadSize", 0);
    supported(config, "filter", true).put("maxResults", ScimQuery.MAX_COUNT);
    supported(config, "changePassword", false);
    supported(config, "sort", true);
    supported(config, "etag", true);
    config
        .putArray("authenticationSchemes")
        .addObject()
        .put("type", "oauthbearertoken")
        .put("name", "API key")
        .put("description", "An API key with the role 'directory': Authorization: Bearer <key>")
        .put("primary", true);
    meta(config, "ServiceProviderConfig", base + "/ServiceProviderConfig");
    return config;
  }

  private static ObjectNode supported(ObjectNode config, String what, boolean yes) {
    return config.putObject(what).put("supported", yes);
  }

  /** The types of resources. */
  public static List<ObjectNode> types(String base) {
    return List.of(type(ScimSchemas.USERS, base), type(ScimSchemas.GROUPS, base));
  }

  private static ObjectNode type(ScimType type, String base) {
    ObjectNode node = JSON.objectNode();
    node.putArray("schemas").add(CORE + "ResourceType");
    node.put("id", type.name()).put("name", type.name()).put("endpoint", type.endpoint());
    node.put("description", type.core().description()).put("schema", type.core().id());
    ArrayNode extensions = node.putArray("schemaExtensions");
    type.extensions()
        .forEach(one -> extensions.addObject().put("schema", one.id()).put("required", false));
    meta(node, "ResourceType", base + "/ResourceTypes/" + type.name());
    return node;
  }

  /** The schemas. */
  public static List<ObjectNode> schemas(String base) {
    return ScimSchemas.all().stream().map(schema -> schema(schema, base)).toList();
  }

  private static ObjectNode schema(ScimSchema schema, String base) {
    ObjectNode node = JSON.objectNode();
    node.putArray("schemas").add(CORE + "Schema");
    node.put("id", schema.id()).put("name", schema.name()).put("description", schema.description());
    attributes(node.putArray("attributes"), schema.attributes());
    meta(node, "Schema", base + "/Schemas/" + schema.id());
    return node;
  }

  private static void attributes(ArrayNode list, List<ScimAttribute> attributes) {
    for (ScimAttribute attribute : attributes) {
      ScimAttribute.Traits traits = attribute.traits();
      ObjectNode node = list.addObject();
      node.put("name", attribute.name()).put("type", attribute.type().wireName());
      node.put("multiValued", attribute.multiValued());
      node.put("description", attribute.description());
      node.put("required", traits.required()).put("caseExact", traits.caseExact());
      node.put("mutability", traits.mutability()).put("returned", traits.returned());
      node.put("uniqueness", traits.uniqueness());
      if (attribute.type() == ScimAttribute.Type.REFERENCE) {
        node.putArray("referenceTypes").add("external");
      }
      if (!attribute.sub().isEmpty()) {
        attributes(node.putArray("subAttributes"), attribute.sub());
      }
    }
  }

  private static void meta(ObjectNode node, String type, String location) {
    node.putObject("meta").put("resourceType", type).put("location", location);
  }

  /** A list's message. */
  public static ObjectNode list(List<ObjectNode> resources, int total, int startIndex) {
    ObjectNode node = JSON.objectNode();
    node.putArray("schemas").add(LIST);
    node.put("totalResults", total).put("startIndex", startIndex);
    node.put("itemsPerPage", resources.size());
    ArrayNode list = node.putArray("Resources");
    resources.forEach(list::add);
    return node;
  }
}
