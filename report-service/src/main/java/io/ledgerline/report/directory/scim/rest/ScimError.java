package io.ledgerline.report.directory.scim.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * An error as SCIM tells it.
 *
 * @param schemas the message's URN
 * @param status the HTTP status, as text
 * @param scimType the standard's name of the fault; absent where it has none
 * @param detail a sentence for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record ScimError(List<String> schemas, String status, String scimType, String detail) {
  private static final List<String> SCHEMAS =
      List.of("urn:ietf:params:scim:api:messages:2.0:Error");

  static ScimError of(int status, String scimType, String detail) {
    return new ScimError(SCHEMAS, Integer.toString(status), scimType, detail);
  }
}
