package de.ratssaal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.paper.Sequence.Stop;
import de.ratssaal.paper.SequenceFault.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sequence of deliberation")
class SequenceTest {

    private static final Instant MONDAY = Instant.parse("2027-02-01T16:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2027-02-02T16:00:00Z");

    private final OrganizationId committee = OrganizationId.next();
    private final OrganizationId council = OrganizationId.next();

    @Test
    @DisplayName("in which a committee advises and the council decides later is in order")
    void inOrder() {
        assertThat(faults(
                        stop(committee, ConsultationRole.ADVICE, MONDAY),
                        stop(council, ConsultationRole.DECISION, TUESDAY)))
                .isEmpty();
        assertThat(faults(
                        stop(committee, ConsultationRole.ADVICE, null), stop(council, ConsultationRole.DECISION, null)))
                .isEmpty();
    }

    @Test
    @DisplayName("ends with a decision")
    void endsWithADecision() {
        assertThat(faults(stop(committee, ConsultationRole.ADVICE, null))).containsExactly(Kind.NO_DECISION);
        assertThat(faults(
                        stop(council, ConsultationRole.DECISION, null), stop(committee, ConsultationRole.ADVICE, null)))
                .containsExactly(Kind.AFTER_DECISION);
        assertThat(faults()).isEmpty();
    }

    @Test
    @DisplayName("does not go back in time, not even to the same moment")
    void notBack() {
        assertThat(faults(
                        stop(committee, ConsultationRole.ADVICE, TUESDAY),
                        stop(council, ConsultationRole.DECISION, MONDAY)))
                .containsExactly(Kind.NOT_AFTER_EARLIER);
        assertThat(faults(
                        stop(committee, ConsultationRole.ADVICE, MONDAY),
                        stop(council, ConsultationRole.DECISION, MONDAY)))
                .containsExactly(Kind.NOT_AFTER_EARLIER);
    }

    @Test
    @DisplayName("hears an organization before it advises, not after")
    void hearing() {
        assertThat(faults(
                        stop(committee, ConsultationRole.ADVICE, null),
                        stop(committee, ConsultationRole.HEARING, null),
                        stop(council, ConsultationRole.DECISION, null)))
                .containsExactly(Kind.HEARD_AFTER_ADVICE);
        assertThat(faults(
                        stop(committee, ConsultationRole.HEARING, null),
                        stop(committee, ConsultationRole.ADVICE, null),
                        stop(council, ConsultationRole.DECISION, null)))
                .isEmpty();
    }

    private static List<Kind> faults(Stop... stops) {
        return new Sequence(List.of(stops))
                .faults().stream().map(SequenceFault::kind).toList();
    }

    private static Stop stop(OrganizationId organization, ConsultationRole role, @Nullable Instant at) {
        return new Stop(ConsultationId.next(), organization, role, at, false);
    }
}
