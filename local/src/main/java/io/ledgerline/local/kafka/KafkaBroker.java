package io.ledgerline.local.kafka;

import io.ledgerline.contracts.message.Topics;
import io.ledgerline.local.process.Folders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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
    if (!Files.exists(folder.resolve("meta.properties"))) {
      format(folder);
    }
    Properties settings = BrokerSettings.of(folder, port, controllerPort);
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    server.startup();
    KafkaBroker broker = new KafkaBroker(server, port);
    broker.createTopics();
    return broker;
  }

  /** Prepares a folder beside it and then gives it its name, so that it is whole or not there. */
  private static void format(Path folder) throws IOException {
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    Folders.delete(part);
    Files.createDirectories(part);
    try {
      new Formatter()
          .setNodeId(BrokerSettings.NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .setMetadataLogDirectory(part.toString())
          .addDirectory(part.toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setIgnoreFormatted(false)
          .setHasDynamicQuorum(false)
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .run();
    } catch (Exception e) {
      throw new IOException("Kafka could not prepare its log folder " + folder, e);
    }
    Folders.delete(folder);
    Files.move(part, folder);
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
