package io.ledgerline.report.directory.scim.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** SCIM as identity providers speak it. */
@ReportServiceTest
class ScimIT {
  private static final String SCIM = "application/scim+json";
  private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

  private static RequestSpecification scim(String body) {
    return Api.admin().contentType(SCIM).body(body.replace('\'', '"'));
  }

  private static ValidatableResponse filtered(String type, String filter) {
    return Api.admin()
        .queryParam("filter", filter.replace('\'', '"'))
        .get("/scim/v2/" + type)
        .then();
  }

  private static String user(String userName) {
    return """
        {'schemas': ['urn:ietf:params:scim:schemas:core:2.0:User'], 'userName': '%s',
         'name': {'givenName': 'Any', 'familyName': 'Body'}, 'active': true,
         'emails': [{'primary': true, 'value': '%s', 'type': 'work'}],
         'displayName': 'Any Body', 'groups': [], 'password': 'not kept', 'externalId': 'x-%s'}"""
        .formatted(userName, userName, userName);
  }

  private static String add(String userName) {
    return scim(user(userName)).post("/scim/v2/Users").then().statusCode(201).extract().path("id");
  }

  @Test
  void aClientFindsOutWhatTheServiceCan() {
    Api.admin()
        .get("/scim/v2/ServiceProviderConfig")
        .then()
        .statusCode(200)
        .contentType(SCIM)
        .body("patch.supported", equalTo(true))
        .body("bulk.supported", equalTo(false))
        .body("etag.supported", equalTo(true))
        .body("filter.maxResults", equalTo(1000));
    Api.admin()
        .get("/scim/v2/ResourceTypes")
        .then()
        .body("Resources.endpoint", hasItems("/Users", "/Groups"));
    Api.admin()
        .get("/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")
        .then()
        .statusCode(200)
        .body("attributes.name", hasItems("userName", "active", "emails"));
    Api.admin().get("/scim/v2/Schemas/none").then().statusCode(404).body("schemas", hasItem(ERROR));
  }

  @Test
  void anOktaLikeClientLooksAddsChangesSuspendsAndDeletes() {
    String name = "okta.ada@example.org";
    filtered("Users", "userName eq '" + name + "'")
        .statusCode(200)
        .body("totalResults", equalTo(0))
        .body("Resources", hasSize(0));
    ValidatableResponse added =
        scim(user(name))
            .post("/scim/v2/Users")
            .then()
            .statusCode(201)
            .contentType(SCIM)
            .header("ETag", notNullValue())
            .header("Location", containsString("/scim/v2/Users/"))
            .body("meta.resourceType", equalTo("User"))
            .body("password", nullValue());
    String id = added.extract().path("id");
    String tag = added.extract().header("ETag");
    scim(user(name.toUpperCase(Locale.ROOT)))
        .post("/scim/v2/Users")
        .then()
        .statusCode(409)
        .contentType(SCIM)
        .body("schemas", hasItem(ERROR))
        .body("status", equalTo("409"))
        .body("scimType", equalTo("uniqueness"));
    filtered("Users", "userName eq '" + name + "'").body("Resources[0].id", equalTo(id));
    Api.admin().header("If-None-Match", tag).get("/scim/v2/Users/" + id).then().statusCode(304);
    scim("{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],"
            + "'Operations':[{'op':'replace','value':{'active':false}}]}")
        .patch("/scim/v2/Users/" + id)
        .then()
        .statusCode(200)
        .body("active", equalTo(false))
        .header("ETag", not(equalTo(tag)));
    Api.admin()
        .get("/api/v1/directory/users/" + id)
        .then()
        .body("status", equalTo("suspended"))
        .body("suspendedAt", notNullValue());
    scim(user(name))
        .header("If-Match", tag)
        .put("/scim/v2/Users/" + id)
        .then()
        .statusCode(412)
        .body("schemas", hasItem(ERROR));
    scim(user(name).replace("Any Body", "Ada B"))
        .put("/scim/v2/Users/" + id)
        .then()
        .statusCode(200)
        .body("active", equalTo(true))
        .body("displayName", equalTo("Ada B"));
    Api.admin().delete("/scim/v2/Users/" + id).then().statusCode(204);
    Api.admin().get("/scim/v2/Users/" + id).then().statusCode(404).body("status", equalTo("404"));
    Api.admin().delete("/scim/v2/Users/" + id).then().statusCode(404);
    Api.admin().get("/api/v1/directory/users/" + id).then().body("status", equalTo("deleted"));
    add(name);
  }

  @Test
  void anEntraLikeClientMovesMembers() {
    String ada = add("entra.ada@example.org");
    String bob = add("entra.bob@example.org");
    String group =
        scim("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],"
                + "'displayName':'entra-search','externalId':'e-1','members':[]}")
            .post("/scim/v2/Groups")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    scim("{'displayName':'ENTRA-search'}").post("/scim/v2/Groups").then().statusCode(409);
    scim("{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':["
            + "{'op':'Add','path':'members','value':[{'value':'"
            + ada
            + "'},{'value':'"
            + bob
            + "'}]}]}")
        .patch("/scim/v2/Groups/" + group)
        .then()
        .statusCode(200)
        .body("members.value", hasItems(ada, bob))
        .body("members.display", hasItem("entra.ada@example.org"));
    Api.admin().get("/scim/v2/Users/" + ada).then().body("groups.display", hasItem("entra-search"));
    scim("{'Operations':[{'op':'Remove','path':'members','value':[{'value':'" + bob + "'}]}]}")
        .patch("/scim/v2/Groups/" + group)
        .then()
        .body("members.value", hasSize(1));
    scim("{'Operations':[{'op':'remove','path':'members[value eq \\'"
            + ada
            + "\\']'}]}".replace("\\'", "\\\""))
        .patch("/scim/v2/Groups/" + group)
        .then()
        .statusCode(200)
        .body("members", hasSize(0));
    scim("{'Operations':[{'op':'add','path':'members','value':[{'value':'nobody'}]}]}")
        .patch("/scim/v2/Groups/" + group)
        .then()
        .statusCode(400)
        .body("scimType", equalTo("invalidValue"));
    filtered("Groups", "displayName eq 'entra-search'")
        .body("Resources[0].externalId", equalTo("e-1"));
    Api.admin()
        .get("/scim/v2/Groups/" + group + "?excludedAttributes=members")
        .then()
        .body("members", nullValue());
    Api.admin().delete("/scim/v2/Groups/" + group).then().statusCode(204);
    Api.admin().get("/scim/v2/Groups/" + group).then().statusCode(404);
  }

  @Test
  void listsArePagedSortedSearchedAndCut() {
    add("page.c@example.org");
    add("page.a@example.org");
    add("page.b@example.org");
    scim("{'filter':'userName sw \\'page.\\' and active eq true','sortBy':'userName',"
                .replace("\\'", "\\\"")
            + "'sortOrder':'descending','startIndex':2,'count':1,'attributes':['userName']}")
        .post("/scim/v2/Users/.search")
        .then()
        .statusCode(200)
        .body("totalResults", equalTo(3))
        .body("startIndex", equalTo(2))
        .body("itemsPerPage", equalTo(1))
        .body("Resources[0].userName", equalTo("page.b@example.org"))
        .body("Resources[0].emails", nullValue());
    scim("{'filter':'userName sw \\'page.\\''}".replace("\\'", "\\\""))
        .post("/scim/v2/.search")
        .then()
        .body("totalResults", equalTo(3));
    filtered("Users", "emails[type eq 'work' and value eq 'page.a@example.org']")
        .body("totalResults", equalTo(1));
    Api.as(TestKeys.OTHER_TENANT)
        .queryParam("filter", "userName sw \"page.\"")
        .get("/scim/v2/Users")
        .then()
        .body("totalResults", equalTo(0));
  }

  @Test
  void whatIsWrongIsToldAsTheStandardSays() {
    filtered("Users", "userName is 'x'")
        .statusCode(400)
        .contentType(SCIM)
        .body("scimType", equalTo("invalidFilter"));
    scim("{'userName':").post("/scim/v2/Users").then().body("scimType", equalTo("invalidSyntax"));
    scim("{}").post("/scim/v2/Users").then().body("scimType", equalTo("invalidValue"));
    Api.admin()
        .get("/scim/v2/Users/2819c223-7f76-453a-919d-413861904646")
        .then()
        .statusCode(404)
        .body("detail", endsWith("."));
    Api.admin().get("/scim/v2/nothing").then().statusCode(404).body("schemas", hasItem(ERROR));
    RestAssured.get("/scim/v2/Users").then().statusCode(401).body("status", equalTo("401"));
    Api.as(TestKeys.BILLING_ADMIN)
        .get("/scim/v2/Users")
        .then()
        .statusCode(403)
        .body("status", equalTo("403"));
  }
}
