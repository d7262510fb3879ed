package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Texts;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The names under which a price for a used model may be stated, the closest first: the name as the
 * source said it, in its provider's spelling and without it, unwrapped step by step, and last each
 * of these without its date. No step leads to another model; what the book does not know under any
 * of them has no price.
 */
final class ModelNames {
  private static final int MOST_WRAPPINGS = 6;

  private final Register<ModelAlias, AliasedModel> aliases;
  private final Map<String, Name> names = new LinkedHashMap<>();
  private String provider;
  private String region;
  private boolean customersOwn;

  private ModelNames(PriceQuestion asked, Register<ModelAlias, AliasedModel> aliases) {
    this.aliases = aliases;
    this.provider = Provider.family(asked.provider());
    this.region = asked.region();
  }

  /** The names for {@code asked}, which names a model. */
  static ModelNames of(PriceQuestion asked, Register<ModelAlias, AliasedModel> aliases) {
    ModelNames names = new ModelNames(asked, aliases);
    names.collect(asked.model());
    return names;
  }

  /** The family of the provider: as stated, or as the model's name tells; null when unknown. */
  String provider() {
    return provider;
  }

  /** The region: as stated, or as the model's name tells; null when unknown. */
  String region() {
    return region;
  }

  /** Whether the usage is of something that is the customer's own. */
  boolean isCustomersOwn() {
    return customersOwn;
  }

  /** All names, the closest first. */
  List<Name> all() {
    return List.copyOf(names.values());
  }

  private void collect(String model) {
    customersOwn = ModelUnwrap.isCustomersOwn(model);
    List<ModelUnwrap> forms = forms(model);
    for (ModelUnwrap form : forms) {
      spellings(form.name(), form.rule(), provider, null);
      byAlias(form.name());
    }
    for (ModelUnwrap form : forms) {
      if (!form.opaque()) {
        for (String shorter : ModelDates.without(form.name())) {
          spellings(shorter, ModelRule.DATED, provider, null);
        }
      }
    }
  }

  /** The name and what is inside it, with what the wrappings tell of provider and region. */
  private List<ModelUnwrap> forms(String model) {
    List<ModelUnwrap> forms = new ArrayList<>();
    forms.add(new ModelUnwrap(model, ModelRule.EXACT, null, null, customersOwn));
    if (model.startsWith("ft:")) {
      fineTuned(model, forms);
      return forms;
    }
    ModelRule outer = null;
    String name = model;
    for (int i = 0; i < MOST_WRAPPINGS; i++) {
      Optional<ModelUnwrap> inside = ModelUnwrap.of(name);
      if (inside.isEmpty()) {
        break;
      }
      ModelUnwrap found = inside.get();
      provider = provider == null ? found.provider() : provider;
      region = region == null ? found.region() : region;
      outer = outer == ModelRule.INFERENCE_PROFILE ? outer : found.rule();
      customersOwn = found.opaque();
      forms.add(new ModelUnwrap(found.name(), outer, null, null, found.opaque()));
      name = found.name();
      if (found.opaque()) {
        break;
      }
    }
    return forms;
  }

  /** {@code ft:base:organisation:name:id} is priced as {@code ft:base} when at all. */
  private static void fineTuned(String model, List<ModelUnwrap> forms) {
    int end = model.indexOf(':', "ft:".length());
    if (end > 0) {
      forms.add(new ModelUnwrap(model.substring(0, end), ModelRule.ALIAS, null, null, false));
    }
  }

  private void spellings(String name, ModelRule rule, String family, Via via) {
    if (family != null && !ModelUnwrap.isCustomersOwn(name)) {
      String prefix = Provider.prefix(family) + "/";
      if (!name.startsWith(prefix)) {
        ModelRule prefixed = rule == ModelRule.EXACT ? ModelRule.PROVIDER_PREFIX : rule;
        if (region != null) {
          add(prefix + region + "/" + name, prefixed, family, via);
        }
        add(prefix + name, prefixed, family, via);
      }
    }
    add(name, rule, family, via);
  }

  private void byAlias(String name) {
    if (aliases.keys().isEmpty() || name.length() > Texts.MAX_NAME) {
      return;
    }
    if (provider != null) {
      byAlias(new ModelAlias(provider, name));
    }
    byAlias(new ModelAlias(null, name));
  }

  private void byAlias(ModelAlias alias) {
    Set<AliasedModel> targets = new LinkedHashSet<>();
    for (Entry<ModelAlias, AliasedModel> version : aliases.versions(alias)) {
      if (!version.isWithdrawal()) {
        targets.add(version.value());
      }
    }
    for (AliasedModel target : targets) {
      Via via = new Via(alias, target);
      String family = target.provider() == null ? provider : target.provider();
      spellings(target.model(), ModelRule.CUSTOM_ALIAS, family, via);
      for (String shorter : ModelDates.without(target.model())) {
        spellings(shorter, ModelRule.CUSTOM_ALIAS, family, via);
      }
    }
  }

  private void add(String text, ModelRule rule, String family, Via via) {
    String key = via == null ? text : text + " via " + via;
    if (via == null || !names.containsKey(text)) {
      names.putIfAbsent(key, new Name(text, rule, family, via));
    }
  }

  /** The names, each once. */
  List<TriedName> tried() {
    Map<String, TriedName> tried = new LinkedHashMap<>();
    for (Name name : names.values()) {
      tried.putIfAbsent(name.text(), new TriedName(name.text(), name.rule()));
    }
    return List.copyOf(tried.values());
  }

  /**
   * One name.
   *
   * @param text the name
   * @param rule what led to it
   * @param provider the family whose prices count for it; null when unknown
   * @param via the alias that led to it, which must say so at the time of use; null for none
   */
  record Name(String text, ModelRule rule, String provider, Via via) {
    Name {
      Objects.requireNonNull(text, "text");
    }

    /** Whether it stands for the used model at {@code time}. */
    boolean holds(Register<ModelAlias, AliasedModel> aliases, Instant time) {
      return via == null
          || aliases.at(via.alias(), time).filter(e -> e.value().equals(via.target())).isPresent();
    }
  }

  /** That an alias meant a model. */
  record Via(ModelAlias alias, AliasedModel target) {}
}
