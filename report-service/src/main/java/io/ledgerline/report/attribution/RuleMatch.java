package io.ledgerline.report.attribution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.PrincipalId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Which usage a rule speaks of: the key of the book's attribution rules. Usage matches when it has
 * all that is named; a rule that names nothing speaks of all usage.
 *
 * @param sourceAccount null for any, like all others
 * @param workspace as the source says it
 * @param project as the source says it
 * @param principal surrogate of who did it
 * @param tags all of them, with these values
 * @param model the model as the source says it; one that ends with {@code *} stands for all that
 *     begin so
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RuleMatch(
    String sourceAccount,
    String workspace,
    String project,
    PrincipalId principal,
    SortedMap<String, String> tags,
    String model) {
  /** All usage. */
  public static final RuleMatch ALL = new RuleMatch(null, null, null, null, null, null);

  private static final char WILD = '*';
  private static final int MAX_TAGS = 8;

  /** Checks the texts; empty ones become null. */
  public RuleMatch {
    sourceAccount = Texts.optional("sourceAccount", sourceAccount, Texts.MAX_NAME);
    workspace = Texts.optional("workspace", workspace, Texts.MAX_NAME);
    project = Texts.optional("project", project, Texts.MAX_NAME);
    model = Texts.optional("model", model, Texts.MAX_NAME);
    if (model != null && model.indexOf(WILD) >= 0 && model.indexOf(WILD) < model.length() - 1) {
      throw new InvalidValueException(
          "model", "invalid-model", "A '*' stands at the end of 'model' and nowhere else.");
    }
    tags = tags == null ? new TreeMap<>() : checked(tags);
  }

  /** Whether it stands for all models that begin with {@link #modelStart}. */
  @JsonIgnore
  public boolean isModelPattern() {
    return model != null && model.indexOf(WILD) >= 0;
  }

  /** The model, or what the models begin with. */
  String modelStart() {
    return isModelPattern() ? model.substring(0, model.length() - 1) : model;
  }

  /** Whether some model could be meant by this rule and by the other; both name one. */
  boolean sharesModel(RuleMatch other) {
    if (isModelPattern()) {
      return other.modelStart().startsWith(modelStart())
          || other.isModelPattern() && modelStart().startsWith(other.modelStart());
    }
    return other.isModelPattern()
        ? model.startsWith(other.modelStart())
        : model.equals(other.model);
  }

  /** For people: {@code project=search, tag team=a}. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ");
    add(text, "sourceAccount", sourceAccount);
    add(text, "workspace", workspace);
    add(text, "project", project);
    add(text, "principal", principal);
    tags.forEach((name, value) -> add(text, "tag " + name, value));
    add(text, "model", model);
    return text.length() == 0 ? "all usage" : text.toString();
  }

  private static void add(StringJoiner text, String name, Object value) {
    if (value != null) {
      text.add(name + "=" + value);
    }
  }

  private static SortedMap<String, String> checked(Map<String, String> tags) {
    if (tags.size() > MAX_TAGS) {
      throw new InvalidValueException(
          "tags", "too-many-tags", "A rule names at most " + MAX_TAGS + " tags.");
    }
    SortedMap<String, String> checked = new TreeMap<>();
    tags.forEach(
        (name, value) ->
            checked.put(
                Texts.required("tags", name, Texts.MAX_NAME),
                Texts.required("tags." + name, value, Texts.MAX_NAME)));
    return Collections.unmodifiableSortedMap(checked);
  }
}
