package io.ledgerline.ingest.ledger.retention.archive;

import io.ledgerline.platform.objectstore.ObjectAddress;
import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.platform.objectstore.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes objects and reads them back: what is dropped later must be there, byte for byte. */
@ApplicationScoped
class PartStore {
  private final ObjectStore store;

  PartStore(ObjectStore store) {
    this.store = store;
  }

  StoredObject put(ObjectAddress address, Path file, String mediaType) {
    return checked(store.put(address, file, mediaType).await().indefinitely());
  }

  StoredObject put(ObjectAddress address, byte[] body, String mediaType) {
    return checked(store.put(address, body, mediaType).await().indefinitely());
  }

  private StoredObject checked(StoredObject stored) {
    String sha256 =
        store
            .read(stored.address(), (head, body) -> digestOf(body, stored.size()))
            .await()
            .indefinitely();
    if (!stored.sha256().equals(sha256)) {
      throw new NotGenuineException(
          "%s came back from the store with other bytes".formatted(stored.address()));
    }
    return stored;
  }

  private static String digestOf(InputStream body, long size) throws java.io.IOException {
    try (DigestInputStream digesting = new DigestInputStream(body, sha256())) {
      long read = digesting.transferTo(OutputStream.nullOutputStream());
      return read == size
          ? HexFormat.of().formatHex(digesting.getMessageDigest().digest())
          : "another size: " + read;
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
