package io.ledgerline.report.directory;

/** What a user may do at a time. */
public enum UserStatus {
  /** Uses what there is to use. */
  ACTIVE,
  /** Is kept, and may come back. */
  SUSPENDED,
  /** Is gone; what they used stays. */
  DELETED
}
