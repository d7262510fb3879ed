package io.ledgerline.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * API keys that every service under test accepts, one per role. They open nothing else: real keys
 * are random.
 */
public final class TestKeys {
  /** Role admin, tenant default. */
  public static final String ADMIN = key(1);

  /** Role ingest, tenant default. */
  public static final String INGEST = key(2);

  /** Role viewer, tenant default. */
  public static final String VIEWER = key(3);

  /** Role billing-admin, tenant default. */
  public static final String BILLING_ADMIN = key(4);

  /** Role service, tenant default. */
  public static final String SERVICE = key(5);

  /** Role admin of another tenant, named {@code other}. */
  public static final String OTHER_TENANT = key(6);

  /**
   * Role admin, tenant default, limited to the accounts that begin with {@code scope-a-} and the
   * cost centre {@code scope-centre-a} with what is below it.
   */
  public static final String SCOPE_A = key(7);

  /** The same with {@code scope-b-} and {@code scope-centre-b}. */
  public static final String SCOPE_B = key(8);

  /** Role operator, tenant default. */
  public static final String OPERATOR = key(9);

  /** Who runs the installation: roles admin and operator, tenant default. */
  public static final String INSTALLER = key(10);

  private TestKeys() {}

  private static String key(int number) {
    return "ll_%08x_".formatted(number) + "0".repeat(43 - String.valueOf(number).length()) + number;
  }

  /** The value of the Authorization header for a key. */
  public static String bearer(String key) {
    return "Bearer " + key;
  }

  /** The configuration that makes a service accept them all. */
  static Map<String, String> configuration() {
    Map<String, String> all = new HashMap<>();
    add(all, "test-admin", ADMIN, "admin", "default");
    add(all, "test-ingest", INGEST, "ingest", "default");
    add(all, "test-viewer", VIEWER, "viewer", "default");
    add(all, "test-billing-admin", BILLING_ADMIN, "billing-admin", "default");
    add(all, "test-service", SERVICE, "service", "default");
    add(all, "test-other-tenant", OTHER_TENANT, "admin", "other");
    addScoped(all, "a", SCOPE_A);
    addScoped(all, "b", SCOPE_B);
    add(all, "test-operator", OPERATOR, "operator", "default");
    add(all, "test-installer", INSTALLER, "admin,operator", "default");
    return all;
  }

  private static void add(
      Map<String, String> all, String name, String key, String roles, String tenant) {
    String prefix = "ledgerline.access.static-keys." + name + ".";
    all.put(prefix + "sha256", sha256(key));
    all.put(prefix + "roles", roles);
    all.put(prefix + "tenant", tenant);
  }

  private static void addScoped(Map<String, String> all, String part, String key) {
    String name = "test-scope-" + part;
    add(all, name, key, "admin", "default");
    String prefix = "ledgerline.access.static-keys." + name + ".";
    all.put(prefix + "accounts", "scope-" + part + "-*");
    all.put(prefix + "cost-centres", "scope-centre-" + part);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
