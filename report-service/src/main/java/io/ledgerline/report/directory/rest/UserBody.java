package io.ledgerline.report.directory.rest;

import io.ledgerline.report.directory.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A user as a caller lays them down.
 *
 * @param userName what they log in with; nobody else who is there has it
 * @param emails the first is the one to write to
 * @param displayName for people
 * @param externalId what the source knows them by
 * @param aliases further names under which usage names them, such as an ARN
 * @param organisation whose user they are
 * @param effective when they came, or when the change of organisation took place; absent for now
 * @param source where that is written, for people; {@code api} when absent
 */
public record UserBody(
    String userName,
    List<String> emails,
    String displayName,
    String externalId,
    List<String> aliases,
    String organisation,
    Instant effective,
    String source) {
  /** Who that is, with what a directory client said before. */
  Person person(Map<String, Object> profile) {
    return new Person(userName, emails, displayName, externalId, aliases, profile);
  }
}
