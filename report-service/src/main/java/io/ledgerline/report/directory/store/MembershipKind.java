package io.ledgerline.report.directory.store;

import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.directory.MemberFacts;
import io.ledgerline.report.directory.MembershipKey;

/** The book's memberships. */
public final class MembershipKind implements BookKind<MembershipKey, MemberFacts> {
  /** The kind. */
  public static final MembershipKind INSTANCE = new MembershipKind();

  private MembershipKind() {}

  @Override
  public String name() {
    return "directory-membership";
  }

  @Override
  public Class<MembershipKey> keyType() {
    return MembershipKey.class;
  }

  @Override
  public Class<MemberFacts> valueType() {
    return MemberFacts.class;
  }

  @Override
  public String canonical(MembershipKey key) {
    return key.workspace() + " " + key.user();
  }
}
