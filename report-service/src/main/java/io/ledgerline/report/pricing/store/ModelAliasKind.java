package io.ledgerline.report.pricing.store;

import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.pricing.AliasedModel;
import io.ledgerline.report.pricing.ModelAlias;

/** The tenant's own names for models as a kind of the book. */
public final class ModelAliasKind implements BookKind<ModelAlias, AliasedModel> {
  /** The only one there is. */
  public static final ModelAliasKind ALIASES = new ModelAliasKind();

  private ModelAliasKind() {}

  @Override
  public String name() {
    return "model-alias";
  }

  @Override
  public Class<ModelAlias> keyType() {
    return ModelAlias.class;
  }

  @Override
  public Class<AliasedModel> valueType() {
    return AliasedModel.class;
  }
}
