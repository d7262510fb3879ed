package io.ledgerline.deploy.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.deploy.SourceTree;
import io.ledgerline.deploy.pages.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The AsyncAPI file says of the topics and messages what the code says. */
class AsyncApiTest {
  private static final Path FILE =
      SourceTree.ROOT.resolve("contracts/src/main/asyncapi/ledgerline.yaml");
  private static final JsonNode DOCUMENT = read();

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(FILE.toFile());
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Test
  void itListsExactlyTheTopicsOfTheContracts() {
    List<Topics.Topic> listed = new ArrayList<>();
    for (JsonNode channel : DOCUMENT.get("channels")) {
      JsonNode kafka = channel.at("/bindings/kafka");
      addresses(channel)
          .forEach(
              address ->
                  listed.add(
                      new Topics.Topic(
                          address,
                          kafka.get("partitions").asInt(),
                          kafka
                              .at("/topicConfiguration/cleanup.policy/0")
                              .asText()
                              .equals("compact"))));
    }

    assertThat(listed).containsExactlyInAnyOrderElementsOf(Topics.ALL);
  }

  private static Stream<String> addresses(JsonNode channel) {
    String address = channel.get("address").asText();
    JsonNode topics = channel.at("/parameters/topic/enum");
    return topics.isMissingNode()
        ? Stream.of(address)
        : topics.valueStream().map(topic -> address.replace("{topic}", topic.asText()));
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    List<String> references = DOCUMENT.findValuesAsText("$ref");

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      if (reference.startsWith("#")) {
        assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      } else {
        Path schema = FILE.resolveSibling(reference);
        assertThat(schema).exists();
        assertThat(new ObjectMapper().readTree(schema.toFile()).get("title").asText()).isNotEmpty();
      }
    }
  }

  @Test
  void itNamesTheConsumerGroupsThatTheServicesJoin() {
    Set<String> named = new TreeSet<>();
    for (JsonNode operation : DOCUMENT.get("operations")) {
      JsonNode group = operation.at("/bindings/kafka/groupId");
      String channel = operation.at("/channel/$ref").asText().substring(1);
      String topic = DOCUMENT.at(channel).get("address").asText();
      Stream.concat(group.path("enum").valueStream(), Stream.of(group.path("const")))
          .filter(JsonNode::isTextual)
          .forEach(name -> named.add(topic + " " + name.asText()));
    }

    assertThat(named).isEqualTo(groupsOfTheServices());
  }

  private static Set<String> groupsOfTheServices() {
    Set<String> groups = new TreeSet<>();
    for (String service : List.of("ingest-service", "report-service", "notify-service")) {
      Map<String, String> settings = Configuration.properties(service);
      settings.forEach(
          (name, value) -> {
            if (name.matches("mp\\.messaging\\.incoming\\..*\\.group\\.id")) {
              groups.add(settings.get(name.replace(".group.id", ".topic")) + " " + value);
            }
          });
    }
    return groups;
  }

  @Test
  void everyTopicIsSentByOneServiceAndReceivedByAnother() {
    for (String channel :
        List.of(
            "usageRecorded", "usageApplied", "reportCompleted", "deliveryUpdated", "accessKeys")) {
      assertThat(
              DOCUMENT
                  .get("operations")
                  .valueStream()
                  .filter(it -> it.at("/channel/$ref").asText().equals("#/channels/" + channel))
                  .map(it -> it.get("action").asText()))
          .as(channel)
          .containsExactlyInAnyOrder("send", "receive");
    }
  }
}
