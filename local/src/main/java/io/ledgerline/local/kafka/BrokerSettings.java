package io.ledgerline.local.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** A broker's settings for one machine: one node, small pools, nothing made by being written to. */
final class BrokerSettings {
  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  private static final String ONE = "1";
  private static final int SEGMENT_BYTES = 64 << 20;
  private static final int DEDUPE_BYTES = 8 << 20;

  private BrokerSettings() {}

  static Properties of(Path folder, int port, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", Integer.toString(NODE));
    p.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    p.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    p.put("controller.listener.names", CONTROLLER);
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("log.dirs", folder.toString());
    p.put("auto.create.topics.enable", "false");
    p.put("log.segment.bytes", Integer.toString(SEGMENT_BYTES));
    p.put("log.cleaner.dedupe.buffer.size", Integer.toString(DEDUPE_BYTES));
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("offsets.topic.num.partitions", "4");
    p.put("transaction.state.log.num.partitions", "4");
    for (String aloneAndSmall :
        new String[] {
          "default.replication.factor",
          "min.insync.replicas",
          "offsets.topic.replication.factor",
          "transaction.state.log.replication.factor",
          "transaction.state.log.min.isr",
          "share.coordinator.state.topic.replication.factor",
          "share.coordinator.state.topic.min.isr",
          "share.coordinator.state.topic.num.partitions",
          "log.cleaner.threads",
          "num.network.threads",
          "num.replica.fetchers"
        }) {
      p.put(aloneAndSmall, ONE);
    }
    p.put("num.io.threads", "2");
    p.put("background.threads", "2");
    return p;
  }
}
