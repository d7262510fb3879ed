package io.ledgerline.report.vendor.vergeos.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.vendor.vergeos.RecordField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordQueryTest {
  /** As the vendor's client asks for them, in its order. */
  private static final String CLIENT =
      "$key,created,from,to,sent,description,used_cores,total_cores,online_cores,total_nodes,"
          + "online_nodes,running_machines,used_ram,total_ram,online_ram,phys_ram_used,"
          + "phys_vram_used,phys_total_cpu,tier_0_used,tier_0_total,tier_1_used,tier_1_total,"
          + "tier_2_used,tier_2_total,tier_3_used,tier_3_total,tier_4_used,tier_4_total,"
          + "tier_5_used,tier_5_total,gpus_total,gpus,gpus_idle,vgpus_total,vgpus,vgpus_idle,"
          + "workload_datapoints,storage_datapoints";

  @Test
  void theClientsFieldsAreAllFields() {
    assertThat(FieldChoice.read(CLIENT)).isEqualTo(RecordField.ALL).hasSize(38);
    assertThat(FieldChoice.read(null)).isEqualTo(RecordField.ALL);
    assertThat(FieldChoice.read("most")).isEqualTo(RecordField.ALL);
    assertThat(RecordField.MEASURED).hasSize(30);
  }

  @Test
  void fieldsComeOnceAndInTheOrderAskedFor() {
    assertThat(FieldChoice.read("created,$key,created"))
        .containsExactly(RecordField.CREATED, RecordField.KEY);
    assertThat(FieldChoice.read("summary,generated_by"))
        .startsWith(RecordField.KEY)
        .endsWith(RecordField.GENERATED_BY);
    assertThat(FieldChoice.read("all, generated_by")).hasSize(39);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "created,",
        "count($key)",
        "groups[all] as x",
        "from_at",
        "tenant",
        "$KEY",
        "*",
      })
  void otherFieldsAreRefused(String fields) {
    assertThatThrownBy(() -> FieldChoice.read(fields))
        .isInstanceOfSatisfying(
            InvalidValueException.class, fault -> assertThat(fault.field()).isEqualTo("fields"));
  }

  @ParameterizedTest
  @CsvSource({
    "'-created',' ORDER BY created DESC, key DESC'",
    "'+created',' ORDER BY created ASC, key DESC'",
    "' created',' ORDER BY created ASC, key DESC'",
    "'used_cores,-created',' ORDER BY used_cores ASC, created DESC, key DESC'",
    "'$key',' ORDER BY key ASC'",
    "'-created,created',' ORDER BY created DESC, key DESC'",
    "'-description',' ORDER BY description COLLATE \"C\" DESC, key DESC'",
    "'',' ORDER BY key ASC'",
  })
  void theOrderIsTotal(String sort, String expected) {
    assertThat(new Sql("").order(Order.read(sort)).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "--created", "created desc", "created,", "-"})
  void otherOrdersAreRefused(String sort) {
    assertThatThrownBy(() -> Order.read(sort)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void aPageGoesOnBehindTheLastRecordOfTheOneBefore() {
    Sql sql = new Sql("").behind(Order.read("-created"), List.of(1704067200L, 1L));
    assertThat(sql.text())
        .isEqualTo("((created < $1::bigint) OR (created = $2::bigint AND key < $3::bigint))");
    assertThat(sql.values()).containsExactly(1704067200L, 1704067200L, 1L);
  }

  @Test
  void limitZeroAndNoLimitAreAll() {
    assertThat(query("0", null).limit()).isEqualTo(Long.MAX_VALUE);
    assertThat(query(null, "2").limit()).isEqualTo(Long.MAX_VALUE);
    assertThat(query(null, "2").offset()).isEqualTo(2);
    assertThat(query("3", "").limit()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", "9999999999999999", "1 2", "0x10"})
  void otherLimitsAreRefused(String number) {
    assertThatThrownBy(() -> query(number, null)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> query(null, number)).isInstanceOf(InvalidValueException.class);
  }

  private static RecordQuery query(String limit, String offset) {
    return RecordQuery.read(null, null, null, limit, offset);
  }
}
