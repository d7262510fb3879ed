package io.ledgerline.report.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.PrincipalName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What names a person: kept apart from everything that lasts, so that it can be erased.
 *
 * @param userName what the person logs in with; no two that are there have the same, in any case of
 *     letters
 * @param emails the first is the one to write to; none when unknown
 * @param displayName for people; null when unknown
 * @param externalId what the directory's source knows the person by; null when it has no such
 * @param aliases further names under which sources of usage know the person, such as an ARN;
 *     declared, never guessed
 * @param profile what else a directory client said, as it said it, for it to read back
 * @param former user names and addresses that were the person's before, the latest first: usage of
 *     that time has them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Person(
    String userName,
    List<String> emails,
    String displayName,
    String externalId,
    List<String> aliases,
    Map<String, Object> profile,
    List<String> former) {
  private static final int MOST_NAMES = 100;

  /** Checks the texts. */
  public Person {
    userName = Texts.required("userName", userName, Texts.MAX_NAME);
    emails = names("emails", emails, Texts.MAX_NAME);
    displayName = Texts.optional("displayName", displayName, Texts.MAX_NAME);
    externalId = Texts.optional("externalId", externalId, Texts.MAX_NAME);
    aliases = names("aliases", aliases, Texts.MAX_PRINCIPAL);
    profile = profile == null ? Map.of() : new TreeMap<>(profile);
    former = names("former", former, Texts.MAX_NAME);
  }

  /** Somebody without former names. */
  public Person(
      String userName,
      List<String> emails,
      String displayName,
      String externalId,
      List<String> aliases,
      Map<String, Object> profile) {
    this(userName, emails, displayName, externalId, aliases, profile, List.of());
  }

  /** The same person, who was called so before. */
  public Person after(Person before) {
    List<String> mine = keys();
    List<String> former =
        Stream.of(Stream.of(before.userName), before.emails.stream(), before.former.stream())
            .flatMap(names -> names)
            .filter(name -> !mine.contains(key(name)))
            .distinct()
            .limit(MOST_NAMES)
            .toList();
    return new Person(userName, emails, displayName, externalId, aliases, profile, former);
  }

  /** Somebody of whom no more is known. */
  public static Person of(String userName, String email) {
    return new Person(
        userName, email == null ? List.of() : List.of(email), null, null, List.of(), Map.of());
  }

  /** The e-mail address to write to; null when unknown. */
  @JsonIgnore
  public String email() {
    return emails.isEmpty() ? null : emails.getFirst();
  }

  /** All texts by which the person may be found, each as {@link #key}; user name first. */
  @JsonIgnore
  public List<String> keys() {
    return Stream.of(Stream.of(userName), aliases.stream(), emails.stream(), external())
        .flatMap(names -> names)
        .map(Person::key)
        .distinct()
        .toList();
  }

  /** All texts by which the person is or was found, as they are spelt. */
  @JsonIgnore
  public List<String> spellings() {
    return Stream.of(
            Stream.of(userName), aliases.stream(), emails.stream(), external(), former.stream())
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  private Stream<String> external() {
    return Stream.ofNullable(externalId);
  }

  /** A name as it is compared with others: whatever its case and its ends. */
  public static String key(String name) {
    return PrincipalName.key(name);
  }

  private static List<String> names(String field, List<String> names, int longest) {
    if (names == null) {
      return List.of();
    }
    if (names.size() > MOST_NAMES) {
      throw new InvalidValueException(
          field, "too-many", "'" + field + "' has at most " + MOST_NAMES + " entries.");
    }
    return names.stream()
        .filter(Objects::nonNull)
        .map(name -> Texts.required(field, name.strip(), longest))
        .distinct()
        .toList();
  }
}
