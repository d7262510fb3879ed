package io.ledgerline.report.vendor.comet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** The paths that Comet's clients call. */
@ConfigMapping(prefix = "ledgerline.comet")
public interface CometConfig {
  /**
   * Whether the chargeback report is served; the environment variable
   * CHARGEBACK_USAGE_REPORT_ENABLED sets it too. Default true.
   */
  @WithDefault("${CHARGEBACK_USAGE_REPORT_ENABLED:true}")
  boolean chargebackUsageReportEnabled();

  /**
   * Keys, by name, that may read the report though they are no billing admins; the environment
   * variable ADMIN_USER_LIST sets it too. Default none.
   */
  @WithDefault("${ADMIN_USER_LIST:}")
  Optional<Set<String>> adminUsers();

  /** What a client's base address has before {@code /api/admin}, such as /clientlib. */
  @WithDefault("/clientlib")
  Optional<String> pathPrefix();

  /** The id of the organisation in the report; without it the tenant's name. */
  Optional<String> organizationId();
}
