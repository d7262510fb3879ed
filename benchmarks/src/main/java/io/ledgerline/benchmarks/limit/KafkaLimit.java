package io.ledgerline.benchmarks.limit;

import io.ledgerline.benchmarks.figure.Row;
import io.ledgerline.contracts.message.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The most this broker takes, in records that are as large as those that carry batches. */
public final class KafkaLimit implements AutoCloseable {
  private static final String TOPIC = "bench.produce";
  private static final int PARTITIONS = 6;
  private static final int ENOUGH = 300;
  private static final int LOOKS = 20;
  private static final double SECOND = 1e9;
  private static final double MIB = 1 << 20;
  private static final double KIB = 1 << 10;

  private final String bootstrap;
  private final KafkaProducer<String, byte[]> producer;

  /**
   * Makes a topic for it.
   *
   * @throws IOException when the broker refuses
   */
  public KafkaLimit(String bootstrap) throws IOException, InterruptedException {
    this.bootstrap = bootstrap;
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
    } catch (ExecutionException e) {
      throw new IOException("Kafka did not make a topic: " + e.getCause().getMessage(), e);
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * Produces for so long.
   *
   * @param events how many a record stands for
   */
  public Row row(long events, Duration time) throws IOException {
    List<byte[]> bodies = realOnes();
    AtomicReference<Exception> failure = new AtomicReference<>();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    long records = 0;
    long bytes = 0;
    while (System.nanoTime() < end) {
      byte[] body = bodies.get((int) (records % bodies.size()));
      producer.send(
          new ProducerRecord<>(TOPIC, UUID.randomUUID().toString(), body),
          (done, e) -> {
            if (e != null) {
              failure.set(e);
            }
          });
      records++;
      bytes += body.length;
    }
    producer.flush();
    double seconds = (System.nanoTime() - begin) / SECOND;
    if (failure.get() != null) {
      throw new IOException("Kafka refused a record: " + failure.get().getMessage());
    }
    return Row.of(
        "kafka",
        records * events / seconds,
        "events/s",
        String.format(
            Locale.ROOT,
            "raw Kafka produce, a limit: %.0f MiB/s in records of %.0f KiB for %,d events each",
            bytes / seconds / MIB,
            bytes / KIB / records,
            events));
  }

  /** Some of the records that this run has made. */
  private List<byte[]> realOnes() throws IOException {
    List<byte[]> bodies = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.USAGE_RECORDED).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (int look = 0; look < LOOKS && bodies.size() < ENOUGH; look++) {
        consumer.poll(Duration.ofMillis(250)).forEach(record -> bodies.add(record.value()));
      }
    }
    if (bodies.isEmpty()) {
      throw new IOException("There is no record on " + Topics.USAGE_RECORDED + " to copy");
    }
    return bodies;
  }

  @Override
  public void close() {
    producer.close();
  }
}
