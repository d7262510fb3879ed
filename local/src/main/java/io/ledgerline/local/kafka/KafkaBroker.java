package io.ledgerline.local.kafka;

import io.ledgerline.contracts.message.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in this JVM, with a log that stays.
 * Topics are made from {@link Topics}; writing to another one fails.
 */
public final class KafkaBroker implements AutoCloseable {
  private final KafkaRaftServer server;
  private final int port;

  private KafkaBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts the broker and returns when it answers and all topics are there.
   *
   * @param folder where its log is kept
   * @param port where clients reach it
   * @param controllerPort a second port that it needs for itself
   * @throws IOException when it does not start
   */
  public static KafkaBroker start(Path folder, int port, int controllerPort) throws IOException {
    Files.createDirectories(folder);
    Properties settings = BrokerSettings.of(folder, port, controllerPort);
    if (!Files.exists(folder.resolve("meta.properties"))) {
      format(folder);
    }
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    server.startup();
    KafkaBroker broker = new KafkaBroker(server, port);
    broker.createTopics();
    return broker;
  }

  private static void format(Path folder) throws IOException {
    try {
      new Formatter()
          .setNodeId(BrokerSettings.NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .setMetadataLogDirectory(folder.toString())
          .addDirectory(folder.toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setIgnoreFormatted(false)
          .setHasDynamicQuorum(false)
          .run();
    } catch (Exception e) {
      throw new IOException("Kafka could not prepare its log folder " + folder, e);
    }
  }

  private void createTopics() throws IOException {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap()))) {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing =
          Topics.ALL.stream()
              .filter(topic -> !there.contains(topic.name()))
              .map(KafkaBroker::newTopic)
              .toList();
      admin.createTopics(missing).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while making the topics", e);
    } catch (ExecutionException e) {
      throw new IOException("Kafka did not make the topics", e.getCause());
    }
  }

  private static NewTopic newTopic(Topics.Topic topic) {
    String policy =
        topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
    return new NewTopic(topic.name(), topic.partitions(), (short) 1)
        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy));
  }

  /** What clients are given as bootstrap servers. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  /** Stops the broker after it has written all it acknowledged. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
