package io.ledgerline.platform.app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity, so that Hibernate Reactive is on as it is in a service. */
@Entity
@Table(name = "note")
public class Note {
  @Id private long id;
  private String text;

  /** For Hibernate. */
  protected Note() {}

  /** A note. */
  public Note(long id, String text) {
    this.id = id;
    this.text = text;
  }

  /** Its text. */
  public String text() {
    return text;
  }
}
