package io.ledgerline.report.report.dailyusage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void plainCellsAreNotQuoted() {
    assertThat(Csv.row(List.of("", " a ", "#b", "", "1"))).isEqualTo(", a ,#b,,1\n");
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadBackTheSame(
      @ForAll @Size(min = 2, max = 8)
          List<@Chars({'a', ',', '"', '\n', '\r', ' ', '#', 'é'}) String> cells)
      throws IOException {
    try (CSVParser parser = CSVParser.parse(Csv.row(cells), CSVFormat.RFC4180)) {
      assertThat(parser.getRecords())
          .singleElement()
          .satisfies(row -> assertThat(row.toList()).isEqualTo(cells));
    }
  }
}
