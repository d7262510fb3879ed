package io.ledgerline.report.book.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Notes.Note;
import io.ledgerline.report.book.Notes.Topic;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {
  private static final TableColumns COLUMNS =
      new TableColumns(List.of("topic", "text"), List.of("size", "loud"), "tag:");

  private static DraftTable<Topic, Note> read(String table) {
    return TableReader.read(
        table,
        COLUMNS,
        row ->
            new Draft<>(
                new Topic(row.required("topic")),
                new Note(
                    row.required("text")
                        + (row.text("size") == null ? "" : row.decimal("size").toPlainString())
                        + (row.flag("loud") ? "!" : "")
                        + (row.withPrefix("tag:").isEmpty() ? "" : row.withPrefix("tag:"))),
                row.validity()));
  }

  private static List<String> texts(DraftTable<Topic, Note> table) {
    assertThat(table.faults()).isEmpty();
    return table.drafts().stream().map(d -> d.key().name() + "=" + d.value().text()).toList();
  }

  @Test
  void columnsAreFoundByNameWhateverSeparatesThem() {
    assertThat(texts(read("text,topic\nx,a\n\"y, z\",b\n"))).containsExactly("a=x", "b=y, z");
    assertThat(texts(read("\uFEFFtopic;text;size\r\na;x;1,5\r\n".replace("1,5", "1.5e1"))))
        .containsExactly("a=x15");
    assertThat(texts(read("topic\ttext\tloud\n a \t x \tTRUE\n\n\t\t\nb\ty\t\n")))
        .containsExactly("a=x!", "b=y");
    assertThat(texts(read("topic,text,tag:team,tag:env\na,x,red,\n")))
        .containsExactly("a=x{team=red}");
  }

  @Test
  void rowsAreCountedWithoutHeaderAndEmptyLines() {
    DraftTable<Topic, Note> table = read("topic,text\n\na,x\n,\nb,y\n");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.rowOf()).containsExactly(1, 2);
  }

  @Test
  void aRowAppliesFromADateOrATimeOrAlways() {
    DraftTable<Topic, Note> table =
        read(
            "topic,text,validFrom,validTo\n"
                + "a,x,2026-01-31,\nb,y,2026-01-31T10:15:00+01:00,2026-02-01\nc,z,,\n");
    assertThat(table.drafts())
        .extracting(Draft::validity)
        .containsExactly(
            new Validity(Instant.parse("2026-01-31T00:00:00Z"), null),
            new Validity(
                Instant.parse("2026-01-31T09:15:00Z"), Instant.parse("2026-02-01T00:00:00Z")),
            Validity.ALWAYS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                    | header        | no-rows",
        "topic,text                            | header        | no-rows",
        "topic,words~a,x                       | header.words  | unknown-column",
        "topic,size~a,1                        | header.text   | missing-column",
        "topic,text,topic~a,x,b                | header.topic  | duplicate-column",
        "topic,text~a,x~b,                     | rows[2].text  | missing",
        "topic,text~a,x,more                   | rows[1]       | extra-cell",
        "topic,text,size~a,x,much              | rows[1].size  | not-a-number",
        "topic,text,loud~a,x,yes               | rows[1].loud  | not-a-boolean",
        "topic,text,validFrom~a,x,yesterday    | rows[1].validFrom | not-a-time",
        "topic,text,validFrom~a,x,2026-01-01T00:07:00Z | rows[1].validFrom | not-a-quarter-hour",
        "topic,text~a,\"x                      | rows[0]       | malformed-csv",
      })
  void aFaultIsToldWithItsPlace(String table, String field, String code) {
    List<RowFault> faults = read(table.strip().replace('~', '\n')).faults();
    assertThat(faults).isNotEmpty();
    assertThat(faults.getFirst().code()).isEqualTo(code.strip());
    if (!code.strip().equals("malformed-csv")) {
      assertThat(faults.getFirst().field()).isEqualTo(field.strip());
    }
  }

  @Test
  void faultsAreAllToldUpToAHundredAndATableHasAnEnd() {
    assertThat(read("topic,text\n" + "a,\n".repeat(250)).faults()).hasSize(100);
    List<RowFault> tooMany =
        read("topic,text\n" + "a,x\n".repeat(TableReader.MAX_ROWS + 9)).faults();
    assertThat(tooMany).extracting(RowFault::code).containsExactly("too-many-rows");
  }
}
