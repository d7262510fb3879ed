package io.ledgerline.report.report.chargeback;

import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.DirectoryUser;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is who: the names that usage has, as users. Not safe for several threads. */
final class Roster {
  /**
   * One user of the report.
   *
   * @param user as the directory knows them; null for one whom it does not
   * @param name the user's name, or what the source said
   */
  record Who(DirectoryUser user, String name) implements Comparable<Who> {
    private static final Comparator<Who> ORDER =
        Comparator.comparing(Who::name)
            .thenComparing(Who::id, Comparator.nullsFirst(Comparator.<UUID>naturalOrder()));

    static Who of(DirectoryUser user) {
      return new Who(user, user.userName());
    }

    UUID id() {
      return user == null ? null : user.id();
    }

    String email() {
      return user == null ? null : user.email();
    }

    @Override
    public int compareTo(Who other) {
      return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Who who && compareTo(who) == 0;
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  private final Directory directory;
  private final Map<String, Who> known = new HashMap<>();

  Roster(Directory directory) {
    this.directory = directory;
  }

  /** The user whom usage names so; empty for usage that names nobody. */
  Optional<Who> of(String principal) {
    return principal == null
        ? Optional.empty()
        : Optional.of(known.computeIfAbsent(principal, this::find));
  }

  private Who find(String principal) {
    return directory.find(principal).map(Who::of).orElseGet(() -> new Who(null, principal));
  }
}
