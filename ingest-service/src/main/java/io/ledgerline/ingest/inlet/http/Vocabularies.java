package io.ledgerline.ingest.inlet.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Lends vocabularies, so that what one call has taught helps the next. Thread-safe. */
@ApplicationScoped
class Vocabularies {
  private final Queue<Vocabulary> free = new ConcurrentLinkedQueue<>();

  /** One that nobody else has, until it is given back. */
  Vocabulary borrow() {
    Vocabulary vocabulary = free.poll();
    return vocabulary == null ? new Vocabulary() : vocabulary;
  }

  void giveBack(Vocabulary vocabulary) {
    free.add(vocabulary);
  }
}
