package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.platform.json.JsonSettings;
import java.io.UncheckedIOException;

/** What tests of SCIM share. */
final class Scim {
  private Scim() {}

  /** JSON with single quotes for double ones. */
  static JsonNode json(String text) {
    try {
      return JsonSettings.newMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A user with a bit of everything. */
  static ObjectNode ada() {
    return ScimBody.resource(
        ScimSchemas.USERS,
        json(
            """
            {'userName': 'Ada@example.org', 'externalId': '00U1', 'active': true,
             'displayName': 'Ada Lovelace', 'title': 'Countess',
             'name': {'givenName': 'Ada', 'familyName': 'Lovelace'},
             'emails': [{'value': 'ada@example.org', 'type': 'work', 'primary': true},
                        {'value': 'ada@home.example', 'type': 'home'}],
             'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':
               {'department': 'Engines', 'organization': 'acme'}}"""));
  }

  /** What a patch of Ada's makes. */
  static ObjectNode patched(String request) {
    return ScimPatch.apply(ScimSchemas.USERS, ada(), json(request));
  }
}
