package io.ledgerline.system.chaos.load;

import static io.ledgerline.system.chaos.load.Answers.Status.CONFLICT;
import static io.ledgerline.system.chaos.load.Answers.Status.DUPLICATE;
import static io.ledgerline.system.chaos.load.Answers.Status.RECORDED;
import static io.ledgerline.system.chaos.load.Answers.Status.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Call ONE = Call.of(List.of(0));
  private static final Call COPY = new Call(List.of(new Item(0, true)), false, 1, Optional.empty());

  private final Answers answers = new Answers(new Generator(1, "a"));

  @Test
  void onceRecordedAndThenDuplicateIsRight() {
    answers.answered(ONE, List.of(RECORDED));
    answers.answered(ONE, List.of(DUPLICATE));
    answers.answered(COPY, List.of(CONFLICT));

    assertThat(answers.faults(1)).isEmpty();
    assertThat(answers.accepted()).hasSize(1);
    assertThat(answers.count(DUPLICATE)).isOne();
  }

  @Test
  void twiceRecordedIsAFault() {
    answers.answered(ONE, List.of(RECORDED));
    answers.answered(ONE, List.of(RECORDED));

    assertThat(answers.faults(1)).singleElement().asString().contains("recorded twice");
  }

  @Test
  void aDuplicateOfNothingIsAFaultUnlessAnAnswerWasLost() {
    answers.answered(ONE, List.of(DUPLICATE));
    assertThat(answers.faults(1)).singleElement().asString().contains("never recorded");

    answers.lost(ONE);
    assertThat(answers.faults(1)).isEmpty();
    assertThat(answers.unanswered()).isOne();
  }

  @Test
  void aCopyThatCountsAndAnOriginalThatDoesNotAreFaults() {
    answers.answered(ONE, List.of(RECORDED));
    answers.answered(COPY, List.of(RECORDED));
    answers.answered(ONE, List.of(REJECTED));

    assertThat(answers.faults(1)).hasSize(2);
  }

  @Test
  void whatWasNeverAnsweredAndAnswersThatDoNotFitTheCallAreFaults() {
    answers.answered(ONE, List.of());

    assertThat(answers.faults(1))
        .anyMatch(fault -> fault.startsWith("0 results for 1 events"))
        .anyMatch(fault -> fault.startsWith("never answered"));
  }
}
