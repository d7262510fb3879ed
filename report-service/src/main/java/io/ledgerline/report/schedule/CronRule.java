package io.ledgerline.report.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A rule of wall-clock times in Unix cron notation: minute, hour, day of month, month, day of week.
 * It knows no zone; {@link DueTimes} puts it into one.
 */
public final class CronRule {
  private static final int MAX_LENGTH = 100;

  private final String expression;
  private final ExecutionTime times;

  /**
   * Reads {@code expression}, such as {@code 30 2 * * *}.
   *
   * @throws InvalidValueException {@code invalid-cron} when it is not five cron fields, {@code
   *     never-due} when no date ever matches
   */
  public CronRule(String expression) {
    this.expression = Texts.required("cron", expression, MAX_LENGTH).strip();
    this.times = parse(this.expression);
    if (after(LocalDateTime.of(2000, 1, 1, 0, 0)).isEmpty()) {
      throw new InvalidValueException(
          "cron", "never-due", "No date ever matches '" + this.expression + "'.");
    }
  }

  /** As it was written. */
  public String expression() {
    return expression;
  }

  /** The first matching wall-clock time later than {@code local}. */
  public Optional<LocalDateTime> after(LocalDateTime local) {
    return times.nextExecution(local.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }

  private static ExecutionTime parse(String expression) {
    try {
      Cron cron =
          new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
              .parse(expression)
              .validate();
      return ExecutionTime.forCron(cron);
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(
          "cron",
          "invalid-cron",
          "'cron' has five fields (minute, hour, day of month, month, day of week), such as"
              + " '30 2 * * *'.");
    }
  }
}
