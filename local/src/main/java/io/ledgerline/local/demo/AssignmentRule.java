package io.ledgerline.local.demo;

import java.util.List;

/** Gives each request of the trace what the trace does not tell: who made it, where, on what. */
final class AssignmentRule {
  /** The rule, for the reader of the demo's output. */
  static final List<String> STATEMENT =
      List.of(
          "account, principal, region and model are not in it; row n, counted from 0, is given",
          "account n mod 3, principal n mod 6, region (n div 6) mod 2 and model n mod 5");

  /** The accounts. */
  static final List<String> ACCOUNTS = List.of("111122223333", "444455556666", "777788889999");

  private static final List<String> REGIONS = List.of("us-east-1", "us-west-2");
  private static final List<String> PRINCIPALS =
      List.of(
          "arn:aws:sts::111122223333:assumed-role/CodeAssistant/backend",
          "arn:aws:sts::444455556666:assumed-role/DataPlatform/nightly",
          "arn:aws:sts::777788889999:assumed-role/Support/summaries",
          "arn:aws:iam::111122223333:user/ada",
          "arn:aws:iam::444455556666:user/grace",
          "arn:aws:iam::777788889999:user/edsger");

  private AssignmentRule() {}

  static Assigned of(TraceRequest request) {
    int n = request.row();
    return new Assigned(
        at(ACCOUNTS, n),
        at(PRINCIPALS, n),
        at(REGIONS, n / PRINCIPALS.size()),
        at(List.of(DemoModel.values()), n));
  }

  private static <T> T at(List<T> list, int n) {
    return list.get(n % list.size());
  }

  /**
   * What a request is given.
   *
   * @param account the AWS account that pays
   * @param principal the ARN of who made it
   * @param region where it was made
   * @param model on what
   */
  record Assigned(String account, String principal, String region, DemoModel model) {}
}
