package io.ledgerline.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Tries every GET of a service's OpenAPI document with a key and other people's ids, as somebody
 * would who wants to see what is not theirs.
 */
public final class DoorWalk {
  private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

  private final Map<String, String> ids;
  private final Map<String, ?> query;
  private final Collection<String> secrets;

  /**
   * A walk.
   *
   * @param ids other people's ids by the beginning of the path they belong to, such as {@code
   *     /api/v1/report-runs/}; where there is none, nobody's is used
   * @param query parameters that are sent everywhere; what a call does not know it ignores
   * @param secrets what no answer may hold
   */
  public DoorWalk(Map<String, String> ids, Map<String, ?> query, Collection<String> secrets) {
    this.ids = Map.copyOf(ids);
    this.query = Map.copyOf(query);
    this.secrets = List.copyOf(secrets);
  }

  /**
   * Opens all doors with a key; fails when a door with somebody else's id opens, or when an answer
   * holds a secret.
   *
   * @return what was opened, such as {@code 200 /api/v1/report-runs}
   */
  public List<String> with(String key) {
    List<String> opened = new ArrayList<>();
    for (String path : paths()) {
      String id = id(path);
      String concrete = path.replaceAll("\\{(line|month)}", "1").replaceAll("\\{[^}]*}", id);
      Response answer =
          given().header("Authorization", TestKeys.bearer(key)).queryParams(query).get(concrete);
      if (!id.equals(NOBODYS)) {
        assertThat(answer.statusCode()).as(concrete).isIn(403, 404);
      }
      // What was asked for may be said again.
      String told = answer.asString().replace(id, "");
      secrets.forEach(secret -> assertThat(told).as(concrete).doesNotContain(secret));
      opened.add(answer.statusCode() + " " + path);
    }
    return opened;
  }

  private String id(String path) {
    return ids.entrySet().stream()
        .filter(entry -> path.startsWith(entry.getKey()) && path.indexOf('{') >= 0)
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(NOBODYS);
  }

  private static List<String> paths() {
    Map<String, Map<String, Object>> paths =
        given()
            .header("Authorization", TestKeys.bearer(TestKeys.ADMIN))
            .get("/q/openapi?format=json")
            .jsonPath()
            .getMap("paths");
    assertThat(paths).isNotEmpty();
    return paths.entrySet().stream()
        .filter(path -> path.getValue().containsKey("get"))
        .map(Map.Entry::getKey)
        .toList();
  }
}
