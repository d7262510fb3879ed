package io.ledgerline.platform.messaging;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Sends a record to any topic over the channel {@code ledgerline-out} and waits until all in-sync
 * replicas have it. Whoever sends from a table uses the outbox instead.
 */
@ApplicationScoped
public class KafkaSender {
  /**
   * Records that may wait for the broker; more is a sender that does not wait for its
   * acknowledgements.
   */
  private static final int WAITING = 4096;

  private final MutinyEmitter<byte[]> emitter;

  KafkaSender(
      @Channel("ledgerline-out")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING)
          MutinyEmitter<byte[]> emitter) {
    this.emitter = emitter;
  }

  /**
   * Sends a record as part of the current trace; completes with the broker's acknowledgement, fails
   * without it.
   */
  public Uni<Void> send(OutgoingRecord record) {
    return send(record, Context.current());
  }

  /** Sends a record as part of a trace. */
  public Uni<Void> send(OutgoingRecord record, Context trace) {
    OutgoingKafkaRecordMetadata<String> kafka =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(record.topic())
            .withKey(record.key())
            .withHeaders(headers(record))
            .build();
    Metadata metadata = Metadata.of(kafka, TracingMetadata.withCurrent(trace));
    return emitter.sendMessage(Message.of(record.payload(), metadata));
  }

  private static List<RecordHeader> headers(OutgoingRecord record) {
    List<RecordHeader> headers = new ArrayList<>();
    record
        .headers()
        .forEach(
            (name, value) ->
                headers.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
    return headers;
  }
}
