package io.ledgerline.report.directory.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
  private static final ObjectNode ADA = Scim.ada();

  private static boolean matches(String filter) {
    return FilterParser.parse(filter.replace('\'', '"'), ScimSchemas.USERS).matches(ADA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userName eq 'ada@EXAMPLE.org'",
        "USERNAME Eq 'ada@example.org'",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName sw 'ada'",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq 'engines'",
        "name.familyName co 'love'",
        "externalId eq '00U1'",
        "title pr",
        "not (nickName pr)",
        "emails pr and emails.value ew '@home.example'",
        "emails co 'home'",
        "emails[type eq 'work']",
        "emails[type eq 'work' and value co '@example.org']",
        "emails[type eq 'work'].value eq 'ada@example.org'",
        "emails[not (type eq 'work') and primary ne true]",
        "active eq true",
        "active eq 'True'",
        "nickName eq null",
        "title ne null and title ne 'Duke'",
        "userName gt 'Ab' and userName lt 'Ae'",
        "title eq 'Duke' or title eq 'Countess' and active eq true",
        "(title eq 'Duke' or active eq true) and userName sw 'ADA'",
        "displayName eq 'Ada\\u0020Lovelace'"
      })
  void aFilterMatches(String filter) {
    assertThat(matches(filter)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userName eq 'bob'",
        "externalId eq '00u1'",
        "emails[type eq 'home' and value co '@example.org']",
        "emails[type eq 'home'].value eq 'ada@example.org'",
        "active ne true",
        "nickName pr",
        "(title eq 'Duke' or active eq true) and userName sw 'bob'",
        "title eq 'Duke' or title eq 'Countess' and active eq false",
        "not (userName pr)"
      })
  void aFilterDoesNotMatch(String filter) {
    assertThat(matches(filter)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "userName",
        "userName eq",
        "userName eq bob",
        "userName is 'bob'",
        "userName eq 'bob",
        "userName eq 'bob' userName eq 'bob'",
        "userName eq 'bob' and",
        "(userName eq 'bob'",
        "userName eq 'bob')",
        "shoeSize eq '42'",
        "name eq 'Ada'",
        "name.shoe eq '42'",
        "active gt true",
        "active eq 'perhaps'",
        "meta.created gt 'yesterday'",
        "meta.created co '2026'",
        "userName[type eq 'work']",
        "emails[type eq 'work'",
        "emails[type eq 'work'].shoe eq 'x'",
        "userName gt null",
        "userName eq '\\x'"
      })
  void whatIsNoFilterIsRefused(String filter) {
    assertThatThrownBy(() -> matches(filter))
        .isInstanceOfSatisfying(
            ScimFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(ScimFault.Kind.INVALID_FILTER));
  }

  @Test
  void lengthDepthAndComparisonsAreBounded() {
    String one = "userName pr";
    assertThat(matches("(".repeat(20) + one + ")".repeat(20))).isTrue();
    assertThat(matches(one + (" and " + one).repeat(99))).isTrue();
    for (String far :
        new String[] {
          "(".repeat(21) + one + ")".repeat(21),
          one + (" and " + one).repeat(100),
          "userName eq '" + "x".repeat(4096) + "'"
        }) {
      assertThatThrownBy(() -> matches(far)).isInstanceOf(ScimFault.class);
    }
  }

  @Test
  void timesAreComparedAsTimes() {
    ObjectNode node = Scim.ada();
    node.putObject("meta").put("created", "2026-01-31T23:30:00.5Z");
    ScimFilter filter =
        FilterParser.parse("meta.created ge \"2026-02-01T00:30:00+01:00\"", ScimSchemas.USERS);
    assertThat(filter.matches(node)).isTrue();
  }
}
