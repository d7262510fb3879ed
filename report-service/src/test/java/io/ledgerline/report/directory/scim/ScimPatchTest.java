package io.ledgerline.report.directory.scim;

import static io.ledgerline.report.directory.scim.Scim.json;
import static io.ledgerline.report.directory.scim.Scim.patched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patches as identity providers write them. */
class ScimPatchTest {
  private static final String ENTERPRISE = ScimSchemas.ENTERPRISE;

  private static ObjectNode group(String request) {
    ObjectNode group =
        ScimBody.resource(
            ScimSchemas.GROUPS,
            json("{'displayName': 'search', 'members': [{'value': 'a'}, {'value': 'b'}]}"));
    return ScimPatch.apply(ScimSchemas.GROUPS, group, json(request));
  }

  @Test
  void anOktaLikeDeactivationReplacesWithoutAPath() {
    ObjectNode after =
        patched(
            """
            {'schemas': ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
             'Operations': [{'op': 'replace', 'value': {'active': false}}]}""");
    assertThat(after.path("active").isBoolean()).isTrue();
    assertThat(after.path("active").asBoolean()).isFalse();
    assertThat(after.path("title").asText()).isEqualTo("Countess");
  }

  @Test
  void anEntraLikeDeactivationSaysFalseAsTextAndReplaceWithACapital() {
    ObjectNode after =
        patched(
            """
            {'schemas': ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
             'Operations': [{'op': 'Replace', 'path': 'active', 'value': 'False'}]}""");
    assertThat(after.path("active").isBoolean()).isTrue();
    assertThat(after.path("active").asBoolean()).isFalse();
  }

  @Test
  void anEntraLikeUpdateNamesPathsAsFieldsAndReachesIntoLists() {
    ObjectNode after =
        patched(
            """
            {'schemas': ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], 'Operations': [
              {'op': 'Replace', 'path': 'emails[type eq \\"work\\"].value', 'value': 'al@example.org'},
              {'op': 'Add', 'path': 'phoneNumbers[type eq \\"mobile\\"].value', 'value': '+1 555'},
              {'op': 'Replace', 'value': {
                'name.givenName': 'Augusta', 'displayName': 'Augusta King',
                'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department': 'Poetry'}},
              {'op': 'Add', 'path':
                 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
               'value': 'b7c1'}]}""");
    assertThat(after.at("/emails/0/value").asText()).isEqualTo("al@example.org");
    assertThat(after.path("emails")).hasSize(2);
    assertThat(after.at("/phoneNumbers/0"))
        .isEqualTo(json("{'type': 'mobile', 'value': '+1 555'}"));
    assertThat(after.at("/name/givenName").asText()).isEqualTo("Augusta");
    assertThat(after.at("/name/familyName").asText()).isEqualTo("Lovelace");
    assertThat(after.path("displayName").asText()).isEqualTo("Augusta King");
    assertThat(after.path(ENTERPRISE))
        .isEqualTo(
            json("{'department': 'Poetry', 'organization': 'acme', 'manager': {'value': 'b7c1'}}"));
  }

  @Test
  void whatIsGivenIsLeftAsItWas() {
    ObjectNode before = Scim.ada();
    ScimPatch.apply(
        ScimSchemas.USERS,
        before,
        json("{'Operations': [{'op': 'remove', 'path': 'name.givenName'}]}"));
    assertThat(before).isEqualTo(Scim.ada());
  }

  @Test
  void membersAreAddedOnceAndRemovedEitherWay() {
    ObjectNode added =
        group(
            "{'Operations': [{'op': 'add', 'path': 'members', 'value': [{'value': 'b'},"
                + " {'value': 'c', 'display': 'Cleo'}]}]}");
    assertThat(added.path("members"))
        .isEqualTo(json("[{'value': 'a'}, {'value': 'b'}, {'value': 'c'}]"));
    assertThat(group("{'Operations': [{'op': 'add', 'path': 'members', 'value': {'value': 'c'}}]}"))
        .isEqualTo(added);
    // As the standard has it, and as Entra does.
    for (String removal :
        new String[] {
          "{'op': 'remove', 'path': 'members[value eq \\\"b\\\"]'}",
          "{'op': 'Remove', 'path': 'members', 'value': [{'$ref': null, 'value': 'b'}]}"
        }) {
      assertThat(group("{'Operations': [" + removal + "]}").path("members"))
          .as(removal)
          .isEqualTo(json("[{'value': 'a'}]"));
    }
    assertThat(group("{'Operations': [{'op': 'remove', 'path': 'members'}]}").has("members"))
        .isFalse();
    assertThat(
            group("{'Operations': [{'op': 'replace', 'path': 'members', 'value': []}]}")
                .has("members"))
        .isFalse();
  }

  @Test
  void anOktaLikeRenamingOfAGroupNamesItsIdToo() {
    ObjectNode after =
        group("{'Operations': [{'op': 'replace', 'value': {'id': 'x', 'displayName': 'find'}}]}");
    assertThat(after.path("displayName").asText()).isEqualTo("find");
    assertThat(after.has("id")).isFalse();
  }

  @Test
  void onlyOneValueIsPrimary() {
    ObjectNode after =
        patched(
            "{'Operations': [{'op': 'add', 'path': 'emails', 'value': "
                + "{'value': 'new@example.org', 'primary': true}}]}");
    assertThat(after.at("/emails/0/primary").asBoolean()).isFalse();
    assertThat(after.at("/emails/2/primary").asBoolean()).isTrue();
  }

  @Test
  void nullAndRemovalTakeAway() {
    ObjectNode after =
        patched(
            """
            {'Operations': [
              {'op': 'replace', 'path': 'title', 'value': null},
              {'op': 'remove', 'path': 'name.givenName'},
              {'op': 'remove', 'path': 'emails[type eq \\"home\\"]'},
              {'op': 'remove', 'path':
                'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'}]}""");
    assertThat(after.has("title")).isFalse();
    assertThat(after.path("name")).isEqualTo(json("{'familyName': 'Lovelace'}"));
    assertThat(after.path("emails")).hasSize(1);
    assertThat(after.has(ENTERPRISE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | invalidSyntax",
        "{'Operations': []} | invalidSyntax",
        "{'Operations': [{'op': 'jump'}]} | invalidSyntax",
        "{'Operations': [{'op': 'remove'}]} | noTarget",
        "{'Operations': [{'op': 'add', 'value': 'x'}]} | invalidValue",
        "{'Operations': [{'op': 'add', 'path': 'title'}]} | invalidValue",
        "{'Operations': [{'op': 'add', 'path': 'shoe', 'value': 1}]} | invalidPath",
        "{'Operations': [{'op': 'add', 'path': 'emails[', 'value': 1}]} | invalidPath",
        "{'Operations': [{'op': 'replace', 'path': 'id', 'value': 'x'}]} | mutability",
        "{'Operations': [{'op': 'replace', 'path': 'groups', 'value': []}]} | mutability",
        "{'Operations': [{'op': 'replace', 'path': 'active', 'value': 'perhaps'}]} | invalidValue",
        "{'Operations': [{'op': 'replace', 'path': 'title', 'value': {}}]} | invalidValue",
        "{'Operations': [{'op': 'replace', 'path': 'emails[value co \\\"q\\\"].type', 'value': 'x'}]}"
            + " | noTarget"
      })
  void aPatchThatBreaksARuleIsToldInTheStandardsWords(String request, String type) {
    assertThatThrownBy(() -> patched(request))
        .isInstanceOfSatisfying(
            ScimFault.class, fault -> assertThat(fault.kind().wireName()).isEqualTo(type));
  }
}
