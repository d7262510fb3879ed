package io.ledgerline.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Writes and reads raw records as another service would; belongs to no consumer group. */
public final class KafkaProbe implements AutoCloseable {
  private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> settings;
  private final Admin admin;

  private KafkaProbe(String bootstrapServers) {
    KAFKA_LOG.setLevel(Level.WARNING);
    settings = Map.of("bootstrap.servers", bootstrapServers);
    admin = Admin.create(settings);
  }

  /** A probe on this test JVM's broker. */
  public static KafkaProbe connect() {
    return new KafkaProbe(SuiteParts.get().description().kafka().bootstrapServers());
  }

  /** Writes one record and returns when the broker has acknowledged it. */
  public void send(String topic, String key, byte[] value) {
    Map<String, Object> producing = new HashMap<>(settings);
    producing.put("acks", "all");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer())) {
      get(producer.send(new ProducerRecord<>(topic, key, value)));
    }
  }

  /** All records that are in the topic now, in order within each partition. */
  public List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(POLL).forEach(all::add);
      }
      return all;
    }
  }

  /**
   * Waits until the topic's records are as wanted.
   *
   * @return the records then
   * @throws org.awaitility.core.ConditionTimeoutException when they are not in time
   */
  public List<ConsumerRecord<String, byte[]>> await(
      String topic, Duration atMost, Predicate<List<ConsumerRecord<String, byte[]>>> wanted) {
    return Awaitility.await("records of " + topic)
        .atMost(atMost)
        .pollInterval(POLL)
        .until(() -> records(topic), wanted::test);
  }

  /** Waits at most 30 seconds until the topic has at least {@code count} records. */
  public List<ConsumerRecord<String, byte[]>> awaitCount(String topic, int count) {
    return await(topic, Duration.ofSeconds(30), records -> records.size() >= count);
  }

  /** Removes all records of all topics; offsets go on from where they were. */
  public void emptyAllTopics() {
    Map<TopicPartition, OffsetSpec> latest =
        get(admin.describeTopics(get(admin.listTopics().names())).allTopicNames()).values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(p -> new TopicPartition(topic.name(), p.partition())))
            .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    Map<TopicPartition, RecordsToDelete> before = new HashMap<>();
    get(admin.listOffsets(latest).all())
        .forEach(
            (partition, end) -> {
              if (end.offset() > 0) {
                before.put(partition, RecordsToDelete.beforeOffset(end.offset()));
              }
            });
    get(admin.deleteRecords(before).all());
  }

  private static <T> T get(java.util.concurrent.Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <T> T get(org.apache.kafka.common.KafkaFuture<T> future) {
    return get(future.toCompletionStage().toCompletableFuture());
  }

  @Override
  public void close() {
    admin.close();
  }
}
