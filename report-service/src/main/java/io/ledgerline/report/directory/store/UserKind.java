package io.ledgerline.report.directory.store;

import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.directory.UserFacts;
import io.ledgerline.report.directory.UserKey;

/** The book's users. */
public final class UserKind implements BookKind<UserKey, UserFacts> {
  /** The kind. */
  public static final UserKind INSTANCE = new UserKind();

  private UserKind() {}

  @Override
  public String name() {
    return "directory-user";
  }

  @Override
  public Class<UserKey> keyType() {
    return UserKey.class;
  }

  @Override
  public Class<UserFacts> valueType() {
    return UserFacts.class;
  }

  @Override
  public String canonical(UserKey key) {
    return key.user().toString();
  }
}
