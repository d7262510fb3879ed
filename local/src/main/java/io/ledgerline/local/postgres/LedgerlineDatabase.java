package io.ledgerline.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The suite's database on a server: one schema and one role per service, each role blind to the
 * others' schemas.
 */
public final class LedgerlineDatabase {
  /** The database of the suite. */
  public static final String NAME = "ledgerline";

  private LedgerlineDatabase() {}

  /**
   * Makes the roles, the database and its schemas where they are missing, and sets the roles'
   * passwords; what is there stays. Safe to repeat.
   *
   * @param admin how to reach the server as a role that may create roles and databases
   * @param name the database to make; letters, digits and underscores
   * @param passwords password by role; each role owns the schema of its name
   * @throws SQLException when the server cannot be reached or refuses
   */
  public static void create(Admin admin, String name, Map<String, String> passwords)
      throws SQLException {
    try (Connection server = admin.connect("postgres")) {
      for (Map.Entry<String, String> role : passwords.entrySet()) {
        createRole(server, role.getKey(), role.getValue());
      }
      if (!exists(server, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
        run(server, "CREATE DATABASE " + identifier(name));
      }
      run(server, "REVOKE ALL ON DATABASE " + identifier(name) + " FROM PUBLIC");
      run(server, "REVOKE ALL ON DATABASE postgres FROM PUBLIC");
    }
    try (Connection database = admin.connect(name)) {
      run(database, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
      for (String role : passwords.keySet()) {
        String quoted = identifier(role);
        run(database, "GRANT CONNECT, TEMPORARY ON DATABASE " + identifier(name) + " TO " + quoted);
        run(database, "CREATE SCHEMA IF NOT EXISTS " + quoted + " AUTHORIZATION " + quoted);
        run(database, "ALTER ROLE " + quoted + " SET search_path = " + quoted);
      }
    }
  }

  /**
   * Removes a database and all in it, ending the sessions that use it.
   *
   * @throws SQLException when the server cannot be reached or refuses
   */
  public static void drop(Admin admin, String name) throws SQLException {
    try (Connection server = admin.connect("postgres")) {
      run(server, "DROP DATABASE IF EXISTS " + identifier(name) + " WITH (FORCE)");
    }
  }

  private static void createRole(Connection server, String role, String password)
      throws SQLException {
    if (!exists(server, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
      run(server, "CREATE ROLE " + identifier(role) + " LOGIN");
    }
    run(server, "ALTER ROLE " + identifier(role) + " PASSWORD " + literal(password));
  }

  private static boolean exists(Connection server, String query, String name) throws SQLException {
    try (PreparedStatement statement = server.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String identifier(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("Not a name for a role or database: " + name);
    }
    return '"' + name + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * A role that may create others.
   *
   * @param host where the server is
   * @param port its port
   * @param user the role
   * @param password its password
   */
  public record Admin(String host, int port, String user, String password) {
    /**
     * Opens a connection.
     *
     * @throws SQLException when the server cannot be reached or refuses
     */
    public Connection connect(String database) throws SQLException {
      return DriverManager.getConnection(
          "jdbc:postgresql://" + host + ":" + port + "/" + database, user, password);
    }
  }
}
