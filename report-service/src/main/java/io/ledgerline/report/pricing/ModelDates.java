package io.ledgerline.report.pricing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the date or version off a model's name, as far as what remains is the same model. A version
 * is taken off only where it tells packagings of one model apart ({@code -v1:0}, or after a date);
 * elsewhere it tells models apart: {@code claude-v2:1} is not {@code claude-v2}.
 */
final class ModelDates {
  private static final int FIRST_YEAR = 2018;
  private static final int LAST_YEAR = 2099;
  private static final int MOST_STEPS = 6;
  private static final Pattern NAMELESS = Pattern.compile("(.+)(?:@default|@latest|-latest)");
  private static final Pattern REVISION = Pattern.compile("(.+):0");
  private static final Pattern FIRST_VERSION = Pattern.compile("(.+)-v1:0");
  private static final Pattern DATE = Pattern.compile("(.+)[-@](\\d{4})(-?)(\\d{2})\\3(\\d{2})");
  private static final Pattern VERSION_OF_DATE =
      Pattern.compile("(.+[-@]\\d{4}-?\\d{2}-?\\d{2})-v\\d{1,2}(?::\\d)?");

  private ModelDates() {}

  /** What {@code name} is called with less of its date and version, step by step. */
  static List<String> without(String name) {
    List<String> shorter = new ArrayList<>();
    String rest = name;
    for (int step = 0; step < MOST_STEPS; step++) {
      String next = step(rest, shorter);
      if (next == null) {
        break;
      }
      shorter.add(next);
      rest = next;
    }
    return shorter;
  }

  /** The next shorter name; names of equal length that say the same go into {@code same}. */
  private static String step(String name, List<String> same) {
    Matcher version = VERSION_OF_DATE.matcher(name);
    if (version.matches() && isDated(version.group(1))) {
      addRevision(name, same);
      return version.group(1);
    }
    Matcher first = FIRST_VERSION.matcher(name);
    if (first.matches()) {
      addRevision(name, same);
      return first.group(1);
    }
    Matcher nameless = NAMELESS.matcher(name);
    if (nameless.matches()) {
      return nameless.group(1);
    }
    Matcher revision = REVISION.matcher(name);
    if (revision.matches()) {
      return revision.group(1);
    }
    Matcher date = DATE.matcher(name);
    if (date.matches() && isDate(date)) {
      otherSeparator(name, date, same);
      return date.group(1);
    }
    return null;
  }

  private static void addRevision(String name, List<String> same) {
    Matcher revision = REVISION.matcher(name);
    if (revision.matches()) {
      same.add(revision.group(1));
    }
  }

  /** {@code -20240620} and {@code @20240620} are two spellings of one date. */
  private static void otherSeparator(String name, Matcher date, List<String> same) {
    if (date.group(3).isEmpty()) {
      int at = date.end(1);
      same.add(date.group(1) + (name.charAt(at) == '@' ? "-" : "@") + name.substring(at + 1));
    }
  }

  private static boolean isDated(String name) {
    Matcher date = DATE.matcher(name);
    return date.matches() && isDate(date);
  }

  private static boolean isDate(Matcher date) {
    try {
      int year = Integer.parseInt(date.group(2));
      LocalDate.of(year, Integer.parseInt(date.group(4)), Integer.parseInt(date.group(5)));
      return year >= FIRST_YEAR && year <= LAST_YEAR;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
