package io.ledgerline.report.directory.scim;

import io.ledgerline.report.directory.Person;
import java.time.Instant;

/**
 * What a client says of a user.
 *
 * @param person who that is
 * @param active whether they may do anything; null when it is not said
 * @param organisation whose user it is; null when unknown
 * @param effective when it took place; null for now
 */
public record ScimUser(Person person, Boolean active, String organisation, Instant effective) {}
