package de.ratssaal.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;

class TroubleTest {

    @Test
    void aRefusalIsFoundHoweverDeepItLies() {
        var refusal = new RuleViolation("rule", new LegalSource("ThürKO", "§ 36"));

        assertThat(Trouble.of(new IllegalStateException(new ExecutionException(refusal))))
                .isEqualTo(new Trouble.Refused(refusal));
    }

    @Test
    void whoIsNotPermittedIsNotToldOfAFault() {
        assertThat(Trouble.of(new AccessDeniedException("no"))).isEqualTo(new Trouble.NotPermitted());
    }

    @Test
    void twoPeopleAtTheSameThingIsNoFault() {
        assertThat(Trouble.of(new OptimisticLockingFailureException("late"))).isEqualTo(new Trouble.Overtaken());
    }

    @Test
    void aDatabaseThatIsGoneIsSaidToBeUnreachable() {
        assertThat(Trouble.of(new CannotCreateTransactionException("gone"))).isInstanceOf(Trouble.Unreachable.class);
    }

    @Test
    void anythingElseIsAFaultWithAReferenceOfItsOwn() {
        var first = Trouble.of(new IllegalStateException("first"));
        var second = Trouble.of(new IllegalStateException("second"));

        assertThat(first).isInstanceOf(Trouble.Fault.class).isNotEqualTo(second);
        assertThat(((Trouble.Fault) first).reference())
                .matches("[A-Z2-9]{6}")
                .isNotEqualTo(((Trouble.Fault) second).reference());
        assertThat(first.isRefusal()).isFalse();
        assertThat(new Trouble.Refused(new Refusal("no")).isRefusal()).isTrue();
    }
}
