package io.ledgerline.report.directory.scim;

import static io.ledgerline.report.directory.scim.ScimAttribute.complex;
import static io.ledgerline.report.directory.scim.ScimAttribute.list;
import static io.ledgerline.report.directory.scim.ScimAttribute.of;
import static io.ledgerline.report.directory.scim.ScimAttribute.text;

import io.ledgerline.report.directory.scim.ScimAttribute.Traits;
import io.ledgerline.report.directory.scim.ScimAttribute.Type;
import java.util.ArrayList;
import java.util.List;

/** The schemas of users and groups: what /Schemas tells and what requests are read by. */
public final class ScimSchemas {
  /** The URN of the core schema of users. */
  public static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

  /** The URN of the core schema of groups. */
  public static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

  /** The URN of what enterprises know of users. */
  public static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  /** The URN of what Ledgerline adds. */
  public static final String LEDGERLINE =
      "urn:ietf:params:scim:schemas:extension:ledgerline:2.0:User";

  private static final ScimSchema USER_SCHEMA =
      new ScimSchema(USER, "User", "Somebody who may use what is billed.", user());

  private static final ScimSchema GROUP_SCHEMA =
      new ScimSchema(
          GROUP,
          "Group",
          "A workspace.",
          List.of(
              of("displayName", Type.STRING, Traits.UNIQUE, "The workspace's name."),
              list(
                  "members",
                  Traits.PLAIN,
                  "Who is a member.",
                  of("value", Type.STRING, Traits.IMMUTABLE, "The user's id."),
                  of("$ref", Type.REFERENCE, Traits.IMMUTABLE, "The user's address."),
                  of("display", Type.STRING, Traits.READ_ONLY, "The user's name."),
                  of("type", Type.STRING, Traits.IMMUTABLE, "'User'."))));

  private static final ScimSchema ENTERPRISE_SCHEMA =
      new ScimSchema(
          ENTERPRISE,
          "EnterpriseUser",
          "What an enterprise knows of a user.",
          List.of(
              text("employeeNumber", "The number that the enterprise gave."),
              text("costCenter", "Told for people; who pays is said by attribution rules."),
              text("organization", "Whose user it is."),
              text("division", "The division."),
              text("department", "The department."),
              complex(
                  "manager",
                  "Whom the user reports to.",
                  text("value", "The manager's id."),
                  of("$ref", Type.REFERENCE, Traits.EXACT, "The manager's address."),
                  of("displayName", Type.STRING, Traits.READ_ONLY, "The manager's name."))));

  private static final ScimSchema LEDGERLINE_SCHEMA =
      new ScimSchema(
          LEDGERLINE,
          "LedgerlineUser",
          "What Ledgerline adds to a user.",
          List.of(
              list(
                  "aliases",
                  Traits.PLAIN,
                  "Further names under which usage names the user, such as an ARN."),
              of("effective", Type.DATE_TIME, Traits.WRITE_ONLY, "When the change took place."),
              of(
                  "suspendedAt",
                  Type.DATE_TIME,
                  Traits.READ_ONLY,
                  "Since when 'active' is false.")));

  /** What users are. */
  public static final ScimType USERS =
      new ScimType("User", "/Users", USER_SCHEMA, List.of(ENTERPRISE_SCHEMA, LEDGERLINE_SCHEMA));

  /** What groups are. */
  public static final ScimType GROUPS = new ScimType("Group", "/Groups", GROUP_SCHEMA, List.of());

  private ScimSchemas() {}

  /** All schemas. */
  public static List<ScimSchema> all() {
    return List.of(USER_SCHEMA, GROUP_SCHEMA, ENTERPRISE_SCHEMA, LEDGERLINE_SCHEMA);
  }

  /** What every resource has beside its schema. */
  static List<ScimAttribute> common() {
    return List.of(
        of("id", Type.STRING, Traits.ID, "Its identity here."),
        of("externalId", Type.STRING, Traits.EXACT, "Its identity at the client."),
        new ScimAttribute(
            "meta",
            Type.COMPLEX,
            false,
            Traits.READ_ONLY,
            List.of(
                of("resourceType", Type.STRING, Traits.READ_ONLY, "What it is."),
                of("created", Type.DATE_TIME, Traits.READ_ONLY, "When it came."),
                of("lastModified", Type.DATE_TIME, Traits.READ_ONLY, "When it was changed."),
                of("location", Type.REFERENCE, Traits.READ_ONLY, "Its address."),
                of("version", Type.STRING, Traits.READ_ONLY, "Its entity tag.")),
            "What is known of the resource itself."));
  }

  private static List<ScimAttribute> user() {
    List<ScimAttribute> all = new ArrayList<>();
    all.add(of("userName", Type.STRING, Traits.UNIQUE, "What the user logs in with."));
    all.add(
        complex(
            "name",
            "The parts of the user's name.",
            text("formatted", "All of it."),
            text("familyName", "The family's."),
            text("givenName", "The user's own."),
            text("middleName", "Further ones."),
            text("honorificPrefix", "A title before it."),
            text("honorificSuffix", "A title behind it.")));
    all.add(text("displayName", "The name for people."));
    all.add(text("nickName", "The name among friends."));
    all.add(of("profileUrl", Type.REFERENCE, Traits.EXACT, "A page about the user."));
    all.add(text("title", "What the user is."));
    all.add(text("userType", "How the user belongs to the organisation."));
    all.add(text("preferredLanguage", "The language to write in."));
    all.add(text("locale", "How to write numbers and dates."));
    all.add(text("timezone", "An IANA zone."));
    all.add(of("active", Type.BOOLEAN, Traits.PLAIN, "False while the user is suspended."));
    all.add(of("password", Type.STRING, Traits.WRITE_ONLY, "Never kept."));
    all.add(values("emails", "E-mail addresses.", Type.STRING));
    all.add(values("phoneNumbers", "Telephone numbers.", Type.STRING));
    all.add(values("ims", "Addresses of messengers.", Type.STRING));
    all.add(values("photos", "Addresses of pictures.", Type.REFERENCE));
    all.add(
        list(
            "addresses",
            Traits.PLAIN,
            "Where the user is found.",
            text("formatted", "All of it."),
            text("streetAddress", "Street and number."),
            text("locality", "The town."),
            text("region", "The region."),
            text("postalCode", "The postal code."),
            text("country", "The country."),
            text("type", "Such as 'work'."),
            of("primary", Type.BOOLEAN, Traits.PLAIN, "The first one to use.")));
    all.add(
        list(
            "groups",
            Traits.READ_ONLY,
            "The workspaces of which the user is a member.",
            of("value", Type.STRING, Traits.READ_ONLY, "The group's id."),
            of("$ref", Type.REFERENCE, Traits.READ_ONLY, "The group's address."),
            of("display", Type.STRING, Traits.READ_ONLY, "The group's name."),
            of("type", Type.STRING, Traits.READ_ONLY, "'direct'.")));
    all.add(values("entitlements", "What the user may have.", Type.STRING));
    all.add(values("roles", "What the user is elsewhere; says nothing here.", Type.STRING));
    all.add(values("x509Certificates", "Certificates.", Type.BINARY));
    return all;
  }

  private static ScimAttribute values(String name, String description, Type type) {
    Traits exact = type == Type.STRING ? Traits.PLAIN : Traits.EXACT;
    return list(
        name,
        Traits.PLAIN,
        description,
        of("value", type, exact, "The value."),
        text("display", "For people."),
        text("type", "Such as 'work'."),
        of("primary", Type.BOOLEAN, Traits.PLAIN, "The first one to use."));
  }
}
