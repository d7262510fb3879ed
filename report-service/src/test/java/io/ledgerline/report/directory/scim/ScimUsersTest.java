package io.ledgerline.report.directory.scim;

import static io.ledgerline.report.directory.scim.Scim.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.report.directory.DirectoryUser;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.UserFacts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScimUsersTest {
  private static final UUID ID = new UUID(0, 7);
  private static final Instant CAME = Instant.parse("2026-01-01T00:00:00Z");

  private static DirectoryUser stored(ScimUser user) {
    UserFacts facts = UserFacts.since(CAME, user.organisation());
    return new DirectoryUser(
        ID,
        user.person(),
        Boolean.FALSE.equals(user.active()) ? facts.withSuspendedAt(CAME) : facts);
  }

  @Test
  void whatAnEntraLikeClientSendsComesBackAsItWasSent() {
    ScimUser read =
        ScimUsers.read(
            json(
                """
                {'schemas': ['urn:ietf:params:scim:schemas:core:2.0:User',
                   'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
                 'externalId': 'ada', 'userName': 'ada@example.org', 'active': 'True',
                 'meta': {'resourceType': 'User'}, 'roles': [],
                 'addresses': [{'type': 'work', 'formatted': 'Rue 1\\nParis'}],
                 'emails': [{'primary': true, 'type': 'work', 'value': 'ada@example.org'}],
                 'name': {'formatted': 'Ada L', 'familyName': 'L', 'givenName': 'Ada'},
                 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':
                   {'organization': 'acme', 'manager': 'b7'}}"""));
    assertThat(read.active()).isTrue();
    assertThat(read.organisation()).isEqualTo("acme");
    assertThat(read.person().email()).isEqualTo("ada@example.org");
    ObjectNode back = ScimUsers.resource(stored(read));
    assertThat(back.path("active").asBoolean()).isTrue();
    assertThat(back.at("/name/formatted").asText()).isEqualTo("Ada L");
    assertThat(back.at("/addresses/0/formatted").asText()).isEqualTo("Rue 1\nParis");
    assertThat(back.path(ScimSchemas.ENTERPRISE))
        .isEqualTo(json("{'manager': {'value': 'b7'}, 'organization': 'acme'}"));
    assertThat(back.path("schemas")).hasSize(2);
    assertThat(back.has("password")).isFalse();
  }

  @Test
  void thePrimaryAddressIsTheOneToWriteTo() {
    ScimUser read =
        ScimUsers.read(
            json(
                """
                {'userName': 'ada', 'password': 'secret', 'emails': [{'value': 'x@home', 'type': 'home'},
                  {'value': 'x@work', 'type': 'work'}, {'value': 'x@first', 'primary': 'true'}]}"""));
    assertThat(read.person().emails()).containsExactly("x@first", "x@work", "x@home");
    assertThat(read.person().profile().toString()).doesNotContain("secret");
  }

  @Test
  void addressesThatAnotherDoorChangedAreShown() {
    Person person =
        ScimUsers.read(
                json("{'userName': 'ada', 'emails': [{'value': 'old@example.org', 'type': 'x'}]}"))
            .person();
    Person changed =
        new Person("ada", List.of("new@example.org"), null, null, List.of(), person.profile());
    ObjectNode shown =
        ScimUsers.resource(new DirectoryUser(ID, changed, UserFacts.since(CAME, null)));
    assertThat(shown.path("emails"))
        .isEqualTo(json("[{'value': 'new@example.org', 'type': 'work', 'primary': true}]"));
  }

  @Test
  void aSuspendedUserIsNotActiveAndSaysSinceWhen() {
    ObjectNode shown =
        ScimUsers.resource(stored(ScimUsers.read(json("{'userName':'ada','active':false}"))));
    assertThat(shown.path("active").asBoolean()).isFalse();
    assertThat(shown.at("/" + ScimSchemas.LEDGERLINE + "/suspendedAt").asText())
        .isEqualTo(CAME.toString());
  }

  @Test
  void whatIsNoUserIsRefused() {
    for (String body :
        List.of(
            "{}",
            "{'userName': ''}",
            "{'userName': ['a']}",
            "{'userName': 'a', 'active': 'perhaps'}",
            "{'userName': 'a', 'name': 'Ada'}",
            "{'userName': 'a', 'title': 'x\\u0000'}",
            "{'userName': 'a', 'title': '" + "x".repeat(9000) + "'}")) {
      assertThatThrownBy(() -> ScimUsers.read(json(body)))
          .as(body.substring(0, Math.min(60, body.length())))
          .isInstanceOfSatisfying(
              ScimFault.class,
              fault -> assertThat(fault.kind()).isEqualTo(ScimFault.Kind.INVALID_VALUE));
    }
  }

  @Test
  void attributesAreShownOrLeftOutAsAsked() {
    ObjectNode whole =
        ScimUsers.resource(
            stored(
                ScimUsers.read(
                    json(
                        "{'userName': 'ada', 'title': 'x', 'name': {'givenName': 'A',"
                            + " 'familyName': 'L'}, 'emails': [{'value': 'e', 'type': 'work'}]}"))));
    ObjectNode some =
        ScimProjection.of(ScimSchemas.USERS, "USERNAME,name.givenName,emails.value,shoe", null)
            .of(whole);
    assertThat(some)
        .isEqualTo(
            json(
                "{'schemas': ['urn:ietf:params:scim:schemas:core:2.0:User'], 'id': '"
                    + ID
                    + "', 'userName': 'ada', 'name': {'givenName': 'A'},"
                    + " 'emails': [{'value': 'e'}]}"));
    ObjectNode rest =
        ScimProjection.of(ScimSchemas.USERS, null, "id,emails,name.givenName,title").of(whole);
    assertThat(rest.has("emails")).isFalse();
    assertThat(rest.has("title")).isFalse();
    assertThat(rest.path("name")).isEqualTo(json("{'familyName': 'L'}"));
    assertThat(rest.path("id").asText()).isEqualTo(ID.toString());
    assertThatThrownBy(() -> ScimProjection.of(ScimSchemas.USERS, "a", "b"))
        .isInstanceOf(ScimFault.class);
  }
}
