package io.ledgerline.ingest.inlet.http;

import java.util.Arrays;

/** The fields of an event; first those whose texts repeat from event to event. */
enum Field {
  SOURCE,
  SOURCE_ACCOUNT,
  PRINCIPAL,
  WORKSPACE,
  PROJECT,
  PROVIDER,
  MODEL,
  REGION,
  OPERATION,
  ID,
  TIME,
  PRICE_CLASS,
  TAGS,
  ATTRIBUTES,
  QUANTITIES;

  /** The field of that name; null when nobody here knows it. */
  static Field of(String name) {
    return switch (name) {
      case "source" -> SOURCE;
      case "id" -> ID;
      case "time" -> TIME;
      case "sourceAccount" -> SOURCE_ACCOUNT;
      case "principal" -> PRINCIPAL;
      case "workspace" -> WORKSPACE;
      case "project" -> PROJECT;
      case "provider" -> PROVIDER;
      case "model" -> MODEL;
      case "region" -> REGION;
      case "operation" -> OPERATION;
      case "priceClass" -> PRICE_CLASS;
      case "tags" -> TAGS;
      case "attributes" -> ATTRIBUTES;
      case "quantities" -> QUANTITIES;
      default -> null;
    };
  }

  /** A text, or none, for each field that repeats. */
  static final class Texts {
    private static final int COUNT = ID.ordinal();

    private final String[] texts;

    Texts() {
      this(new String[COUNT]);
    }

    private Texts(String[] texts) {
      this.texts = texts;
    }

    void clear() {
      Arrays.fill(texts, null);
    }

    void put(Field field, String text) {
      texts[field.ordinal()] = text;
    }

    /** Null when there is none. */
    String get(Field field) {
      return texts[field.ordinal()];
    }

    Texts copy() {
      return new Texts(texts.clone());
    }

    int hash() {
      int hash = 0;
      for (String text : texts) {
        hash = hash * 0x01000193 + (text == null ? 0 : text.hashCode());
      }
      return hash;
    }

    /** Whether all texts are the same objects. */
    boolean isSame(Texts other) {
      for (int i = 0; i < COUNT; i++) {
        if (texts[i] != other.texts[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
