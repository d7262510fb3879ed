package io.ledgerline.ingest.inlet.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private static LineReader reader(String text, int maxLine) {
    return new LineReader(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), maxLine, 1 << 20);
  }

  private static List<String> lines(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(
          reader.number()
              + (reader.isTooLong() ? " too long" : ":" + text(reader))
              + (reader.isBlank() ? " blank" : ""));
    }
    return lines;
  }

  private static String text(LineReader reader) {
    return new String(reader.buffer(), 0, reader.length(), StandardCharsets.UTF_8);
  }

  @Test
  void linesAreNumberedFromOneAndTheLastNeedsNoLineFeed() throws IOException {
    assertThat(lines(reader("a\n\nb\r\n \nc", 10)))
        .containsExactly("1:a", "2: blank", "3:b\r", "4:  blank", "5:c");
    assertThat(lines(reader("", 10))).isEmpty();
  }

  @Test
  void aLineThatIsTooLongIsReadOver() throws IOException {
    assertThat(lines(reader("a\n" + "x".repeat(200_000) + "\nb\n", 10)))
        .containsExactly("1:a", "2 too long", "3:b");
  }

  @Test
  void aLineAcrossBlocksIsWhole() throws IOException {
    String longLine = "y".repeat(150_000);

    assertThat(lines(reader(longLine + "\nb", 200_000))).containsExactly("1:" + longLine, "2:b");
  }

  @Test
  void anObjectThatUnpacksWithoutEndIsStopped() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            return length;
          }
        };

    assertThatThrownBy(() -> new LineReader(endless, 100, 1 << 20).next())
        .isInstanceOfSatisfying(
            BadObjectException.class, e -> assertThat(e.code()).isEqualTo("too-large"));
  }

  @Property(tries = 200)
  void whatWasJoinedIsReadApart(@ForAll List<@AlphaChars @StringLength(max = 50) String> texts)
      throws IOException {
    LineReader reader = reader(String.join("\n", texts) + "\n", 100);
    List<String> read = new ArrayList<>();
    while (reader.next()) {
      read.add(text(reader));
    }

    assertThat(read).isEqualTo(texts.isEmpty() ? List.of("") : texts);
  }
}
