package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.directory.DirectoryUser;
import io.ledgerline.report.directory.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Between users and what SCIM says of them. */
public final class ScimUsers {
  private static final String USER_NAME = "userName";
  private static final String EMAILS = "emails";
  private static final String VALUE = "value";
  private static final String PRIMARY = "primary";
  private static final String ACTIVE = "active";
  private static final String ORGANIZATION = "organization";
  private static final String ALIASES = "aliases";

  /** What is kept elsewhere than in the profile, or not at all. */
  private static final List<String> ELSEWHERE =
      List.of(USER_NAME, "displayName", "externalId", ACTIVE, "password", ScimSchemas.LEDGERLINE);

  private static final int MOST_PROFILE = 65_536;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private ScimUsers() {}

  /** What clients may change of a user. */
  public static ObjectNode writable(DirectoryUser user) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Person person = user.person();
    put(node, "externalId", user.externalId());
    node.put(USER_NAME, user.userName());
    put(node, "displayName", user.displayName());
    node.put(ACTIVE, user.suspendedAt() == null);
    if (person != null) {
      node.setAll((ObjectNode) JSON.valueToTree(person.profile()));
      emails(node, person);
    }
    if (user.organisation() != null) {
      node.withObjectProperty(ScimSchemas.ENTERPRISE).put(ORGANIZATION, user.organisation());
    }
    if (person != null && !person.aliases().isEmpty()) {
      ArrayNode aliases =
          node.withObjectProperty(ScimSchemas.LEDGERLINE).withArrayProperty(ALIASES);
      person.aliases().forEach(aliases::add);
    }
    return node;
  }

  /** The whole resource but for {@code meta} and {@code groups}. */
  public static ObjectNode resource(DirectoryUser user) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode schemas = node.putArray("schemas").add(ScimSchemas.USER);
    node.put("id", user.id().toString());
    node.setAll(writable(user));
    if (user.suspendedAt() != null) {
      node.withObjectProperty(ScimSchemas.LEDGERLINE)
          .put("suspendedAt", user.suspendedAt().toString());
    }
    ScimSchemas.USERS.extensions().stream()
        .map(ScimSchema::id)
        .filter(node::has)
        .forEach(schemas::add);
    return node;
  }

  /** The addresses as the client said them; made anew when they were changed by another door. */
  private static void emails(ObjectNode node, Person person) {
    Set<String> told = new HashSet<>();
    node.path(EMAILS).forEach(email -> told.add(email.path(VALUE).asText()));
    if (told.equals(new HashSet<>(person.emails()))) {
      return;
    }
    node.remove(EMAILS);
    for (String email : person.emails()) {
      ObjectNode one = node.withArrayProperty(EMAILS).addObject();
      one.put(VALUE, email).put("type", "work");
      one.put(PRIMARY, email.equals(person.email()));
    }
  }

  /**
   * Reads a resource that is given whole.
   *
   * @throws ScimFault when a rule is broken
   */
  public static ScimUser read(JsonNode body) {
    return of(ScimBody.resource(ScimSchemas.USERS, body));
  }

  /** Reads what a patch made of {@link #writable}. */
  public static ScimUser of(ObjectNode node) {
    ObjectNode profile = node.deepCopy();
    profile.remove(ELSEWHERE);
    String organisation = null;
    if (profile.get(ScimSchemas.ENTERPRISE) instanceof ObjectNode enterprise) {
      organisation = text(enterprise.remove(ORGANIZATION));
      if (enterprise.isEmpty()) {
        profile.remove(ScimSchemas.ENTERPRISE);
      }
    }
    if (profile.toString().length() > MOST_PROFILE) {
      throw new ScimFault(
          ScimFault.Kind.INVALID_VALUE,
          "A user's attributes have at most " + MOST_PROFILE + " characters.");
    }
    JsonNode own = node.path(ScimSchemas.LEDGERLINE);
    List<String> aliases = new ArrayList<>();
    own.path(ALIASES).forEach(alias -> aliases.add(alias.asText()));
    String effective = text(own.get("effective"));
    try {
      Person person =
          new Person(
              text(node.get(USER_NAME)),
              addresses(node),
              text(node.get("displayName")),
              text(node.get("externalId")),
              aliases,
              JSON.convertValue(profile, MAP));
      return new ScimUser(
          person,
          node.has(ACTIVE) ? node.get(ACTIVE).asBoolean() : null,
          organisation,
          effective == null ? null : Instant.parse(effective));
    } catch (InvalidValueException e) {
      throw new ScimFault(ScimFault.Kind.INVALID_VALUE, e.detail());
    }
  }

  /** The primary one first, then those for work. */
  private static List<String> addresses(ObjectNode node) {
    List<JsonNode> emails = new ArrayList<>();
    node.path(EMAILS).forEach(emails::add);
    emails.sort((a, b) -> Integer.compare(rank(a), rank(b)));
    return emails.stream().map(email -> text(email.get(VALUE))).toList().stream()
        .filter(email -> email != null && !email.isBlank())
        .toList();
  }

  private static int rank(JsonNode email) {
    if (email.path(PRIMARY).asBoolean(false)) {
      return 0;
    }
    return "work".equalsIgnoreCase(email.path("type").asText()) ? 1 : 2;
  }

  private static String text(JsonNode node) {
    return node == null || node.isNull() ? null : node.asText();
  }

  private static void put(ObjectNode node, String name, String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
