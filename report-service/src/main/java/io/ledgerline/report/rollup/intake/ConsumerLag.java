package io.ledgerline.report.rollup.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How many batches lie in the topic that this replica has not taken yet. */
@Startup
@ApplicationScoped
class ConsumerLag {
  private static final String CHANNEL = "usage-recorded";
  private static final String GROUP = "consumer-fetch-manager-metrics";
  private static final String LAG = "records-lag";

  private final KafkaClientService kafka;

  ConsumerLag(MeterRegistry registry, KafkaClientService kafka) {
    this.kafka = kafka;
    Gauge.builder("ledgerline.rollup.behind.batches", this::records)
        .description("Batches in this replica's partitions of usage.recorded that it has not taken")
        .register(registry);
  }

  /** The client's own figures, which it keeps per partition; they may be read on any thread. */
  private double records() {
    KafkaConsumer<Object, Object> consumer = kafka.getConsumer(CHANNEL);
    if (consumer == null) {
      return 0;
    }
    double records = 0;
    for (Metric metric : consumer.unwrap().metrics().values()) {
      if (isLag(metric.metricName()) && metric.metricValue() instanceof Double lag && lag > 0) {
        records += lag;
      }
    }
    return records;
  }

  private static boolean isLag(MetricName name) {
    return LAG.equals(name.name()) && GROUP.equals(name.group());
  }
}
