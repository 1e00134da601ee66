package de.ratssaal.workflow;

import static de.ratssaal.workflow.Designs.approve;
import static de.ratssaal.workflow.Designs.chosen;
import static de.ratssaal.workflow.Designs.coSign;
import static de.ratssaal.workflow.Designs.headOfAuthor;
import static de.ratssaal.workflow.Designs.of;
import static de.ratssaal.workflow.Designs.only;
import static de.ratssaal.workflow.Designs.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.BodyId;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A paper on its way to release")
class PaperProcessTest {

    static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");
    static final WorkingDays WEEK = new WorkingDays(day -> false);
    static final OfficeDay MONDAY = new OfficeDay(LocalDate.of(2026, 11, 23), WEEK);
    static final String TEXT = "a".repeat(64);
    static final String OTHER_TEXT = "b".repeat(64);

    final OrganizationId planning = OrganizationId.next();
    final OrganizationId treasury = OrganizationId.next();
    final OrganizationId legal = OrganizationId.next();
    final OrganizationId mayor = OrganizationId.next();
    final By somebody = By.oneself(new PersonId(UUID.randomUUID()), "Kim Test");
    ProcessDesign design =
            of(headOfAuthor(), coSign(false, treasury, legal), approve(mayor), release(Actor.SECRETARIAT));

    @Test
    @DisplayName("is asked for step by step: nobody is asked before everything before is done")
    void stepByStep() {
        var process = submitted();
        assertThat(asked(process)).containsExactly(planning);

        sign(process, planning);
        assertThat(asked(process)).containsExactly(treasury, legal);

        sign(process, legal);
        assertThat(asked(process)).containsExactly(treasury);
        assertThat(refusal(() -> process.requireReady(TEXT))).isEqualTo("workflow.release.not-yet");

        sign(process, treasury);
        sign(process, mayor);
        process.requireReady(TEXT);
        process.released(TEXT, somebody, AT);

        assertThat(process.state()).isEqualTo(ProcessState.RELEASED);
        assertThat(process.history())
                .extracting(ActSummary::kind)
                .containsExactly(
                        ActKind.BEGUN,
                        ActKind.SUBMITTED,
                        ActKind.CO_SIGNED,
                        ActKind.CO_SIGNED,
                        ActKind.CO_SIGNED,
                        ActKind.APPROVED,
                        ActKind.RELEASED);
    }

    @Test
    @DisplayName("goes to offices in order one after the other")
    void inOrder() {
        design = of(coSign(true, treasury, legal), approve(mayor), release(Actor.SECRETARIAT));
        var process = submitted();
        assertThat(asked(process)).containsExactly(treasury);
        assertThat(refusal(() -> sign(process, legal))).isEqualTo("workflow.act.not-asked");

        sign(process, treasury);

        assertThat(asked(process)).containsExactly(legal);
    }

    @Test
    @DisplayName("asks some offices only if the paper costs money, is non-public, or the author says so")
    void conditions() {
        design = of(
                only(Condition.FINANCIAL_EFFECTS, treasury),
                only(Condition.NON_PUBLIC, legal),
                chosen(),
                approve(mayor),
                release(Actor.SECRETARIAT));

        assertThat(offices(submitted(new Submission(null, false, List.of(), "", TEXT), true)))
                .containsExactly(mayor);
        assertThat(offices(submitted(new Submission(null, true, List.of(planning), "", TEXT), false)))
                .containsExactly(treasury, legal, planning, mayor);
    }

    @Test
    @DisplayName("has a deadline in working days from the day on which an office is asked")
    void deadline() {
        var process = submitted();

        assertThat(station(process, planning).due()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(station(process, treasury).due()).as("not asked yet").isNull();
    }

    @Nested
    @DisplayName("when an office refuses")
    class Refused {

        @Test
        @DisplayName("needs reasons, goes back to its author, and nobody is asked any more")
        void back() {
            var process = submitted();
            sign(process, planning);
            assertThat(refusal(() -> process.refuse(station(process, treasury).id(), TEXT, somebody, " ", AT)))
                    .isEqualTo("workflow.act.reasons-missing");

            process.refuse(station(process, treasury).id(), TEXT, somebody, "zu teuer", AT);

            assertThat(process.state()).isEqualTo(ProcessState.RETURNED);
            assertThat(asked(process)).isEmpty();
            assertThat(refusal(() -> sign(process, legal))).isEqualTo("workflow.act.not-asked");
            assertThat(process.history().getLast().comment()).isEqualTo("zu teuer");
        }

        @Test
        @DisplayName("asks again only those who have not agreed to this very text, if the process says so")
        void onlyOpen() {
            var process = refused();

            submit(process, new Submission(null, false, List.of(), "", TEXT), true);

            assertThat(process.round()).isEqualTo(2);
            assertThat(asked(process)).containsExactly(treasury);
            assertThat(station(process, legal).isKept()).isTrue();
            sign(process, treasury);
            assertThat(asked(process)).containsExactly(mayor);
        }

        @Test
        @DisplayName("asks everybody again whose text changed")
        void changedText() {
            var process = refused();

            submit(process, new Submission(null, false, List.of(), "", OTHER_TEXT), true);

            assertThat(asked(process)).containsExactly(planning);
            assertThat(station(process, legal).state()).isEqualTo(StationState.PLANNED);
        }

        @Test
        @DisplayName("asks everybody again, if the process says so")
        void everybody() {
            design = new ProcessDesign(design.steps(), AfterChange.VOID, AfterRefusal.EVERYBODY);
            var process = refused();

            submit(process, new Submission(null, false, List.of(), "", TEXT), true);

            assertThat(asked(process)).containsExactly(planning);
        }

        private PaperProcess refused() {
            var process = submitted();
            sign(process, planning);
            sign(process, legal);
            process.refuse(station(process, treasury).id(), TEXT, somebody, "zu teuer", AT);
            return process;
        }
    }

    @Nested
    @DisplayName("when its text changes")
    class Changed {

        @Test
        @DisplayName("asks those again who signed the earlier one, and puts off those who come after them")
        void voided() {
            var process = submitted();
            sign(process, planning);
            sign(process, treasury);

            assertThat(process.textIs(OTHER_TEXT, somebody, AT, MONDAY)).isTrue();

            assertThat(asked(process)).containsExactly(planning);
            assertThat(station(process, legal).state()).isEqualTo(StationState.PLANNED);
            assertThat(process.history().stream().filter(it -> it.kind() == ActKind.VOIDED))
                    .hasSize(2);
            assertThat(process.textIs(OTHER_TEXT, somebody, AT, MONDAY))
                    .as("again")
                    .isFalse();
        }

        @Test
        @DisplayName("keeps co-signatures of the earlier one as such, if the process says so, but never an approval")
        void marked() {
            design = new ProcessDesign(design.steps(), AfterChange.MARK, AfterRefusal.ONLY_OPEN);
            var process = submitted();
            List.of(planning, treasury, legal, mayor).forEach(it -> sign(process, it));

            process.textIs(OTHER_TEXT, somebody, AT, MONDAY);

            assertThat(asked(process)).containsExactly(mayor);
            assertThat(station(process, treasury).state()).isEqualTo(StationState.DONE);
            assertThat(station(process, treasury).holdsFor(OTHER_TEXT)).isFalse();
            assertThat(refusal(() -> process.requireReady(OTHER_TEXT))).isEqualTo("workflow.release.not-yet");
        }

        @Test
        @DisplayName("is not signed by somebody who read the earlier one")
        void readEarlier() {
            var process = submitted();
            var which = station(process, planning).id();

            assertThat(refusal(() -> process.sign(which, TEXT, OTHER_TEXT, somebody, "", AT, MONDAY)))
                    .isEqualTo("workflow.act.text-changed");
        }

        @Test
        @DisplayName("is not released as what was approved")
        void otherText() {
            var process = submitted();
            List.of(planning, treasury, legal, mayor).forEach(it -> sign(process, it));

            process.requireReady(TEXT);
            assertThat(refusal(() -> process.requireReady(OTHER_TEXT))).isEqualTo("workflow.release.other-text");
        }
    }

    @Test
    @DisplayName("counts the same signature once, however often it is given")
    void once() {
        var process = submitted();
        var which = station(process, planning).id();
        process.sign(which, TEXT, TEXT, somebody, "", AT, MONDAY);
        var acts = process.history().size();

        process.sign(which, TEXT, TEXT, somebody, "noch einmal", AT, MONDAY);

        assertThat(process.history()).hasSize(acts);
    }

    @Test
    @DisplayName("is called back by its author and submitted again")
    void calledBack() {
        var process = submitted();
        sign(process, planning);

        process.callBack(TEXT, somebody, "noch ein Fehler", AT);
        assertThat(process.state()).isEqualTo(ProcessState.RETURNED);
        assertThat(asked(process)).isEmpty();
        process.callBack(TEXT, somebody, "noch einmal", AT);

        submit(process, new Submission(null, false, List.of(), "", TEXT), true);
        assertThat(asked(process)).containsExactly(treasury, legal);
        assertThat(refusal(() -> submit(process, new Submission(null, false, List.of(), "", TEXT), true)))
                .isEqualTo("workflow.submit.under-way");
    }

    @Test
    @DisplayName("goes to another office as well, if one that is asked wants it")
    void askedAlso() {
        var other = OrganizationId.next();
        var process = submitted();
        sign(process, planning);
        var beside = station(process, treasury).id();

        process.askAlso(beside, other, TEXT, somebody, "bitte prüfen", AT, MONDAY);

        assertThat(asked(process)).containsExactly(treasury, legal, other);
        assertThat(refusal(() -> process.askAlso(beside, other, TEXT, somebody, "", AT, MONDAY)))
                .isEqualTo("workflow.ask.is-asked");
        List.of(treasury, legal).forEach(it -> sign(process, it));
        assertThat(asked(process)).containsExactly(other);
    }

    @Test
    @DisplayName("goes on without an office only where the process allows it, and with reasons")
    void passedOver() {
        design = of(only(Condition.ALWAYS, treasury), coSign(false, legal), approve(mayor), release(Actor.SECRETARIAT));
        var process = submitted();
        var which = station(process, treasury).id();
        assertThat(refusal(() -> process.passOver(which, TEXT, somebody, "", AT, MONDAY)))
                .isEqualTo("workflow.act.reasons-missing");

        process.passOver(which, TEXT, somebody, "eilt", AT, MONDAY);

        assertThat(asked(process)).containsExactly(legal);
        assertThat(refusal(() -> process.passOver(station(process, legal).id(), TEXT, somebody, "eilt", AT, MONDAY)))
                .isEqualTo("workflow.pass-over.not-allowed");
    }

    @Test
    @DisplayName("is released by itself after the last approval, if the process says so")
    void byItself() {
        design = of(approve(mayor), release(Actor.AUTOMATIC));
        var process = submitted();
        assertThat(process.isReadyByItself()).isFalse();

        sign(process, mayor);

        assertThat(process.isReadyByItself()).isTrue();
    }

    @Test
    @DisplayName("ends when the paper is withdrawn, and nothing comes after the end")
    void withdrawn() {
        var process = submitted();

        process.withdrawn(TEXT, somebody, AT);

        assertThat(process.state()).isEqualTo(ProcessState.WITHDRAWN);
        assertThat(refusal(() -> sign(process, planning))).isEqualTo("workflow.act.not-asked");
        assertThat(refusal(() -> submit(process, new Submission(null, false, List.of(), "", TEXT), true)))
                .isEqualTo("workflow.submit.under-way");
        process.released(TEXT, somebody, AT);
        assertThat(process.state()).isEqualTo(ProcessState.WITHDRAWN);
    }

    private PaperProcess submitted() {
        return submitted(new Submission(null, false, List.of(), "", TEXT), true);
    }

    private PaperProcess submitted(Submission what, boolean isPublic) {
        var body = BodyId.next();
        var definition = new ProcessDefinition(UUID.randomUUID(), body, PaperType.PROPOSAL, 1, design, "Kim Test", AT);
        var process = new PaperProcess(PaperId.next(), body, definition, planning, somebody, TEXT, AT);
        submit(process, what, isPublic);
        return process;
    }

    private void submit(PaperProcess process, Submission what, boolean isPublic) {
        process.submit(design, what, isPublic, somebody, AT, MONDAY);
    }

    private void sign(PaperProcess process, OrganizationId office) {
        process.sign(station(process, office).id(), TEXT, TEXT, somebody, "", AT, MONDAY);
    }

    private static Station station(PaperProcess process, OrganizationId office) {
        return process.current().stream()
                .filter(it -> office.equals(it.office()))
                .findFirst()
                .orElseThrow();
    }

    private static List<OrganizationId> asked(PaperProcess process) {
        return process.current().stream()
                .filter(it -> it.state() == StationState.ASKED && it.office() != null)
                .map(Station::office)
                .toList();
    }

    private static List<OrganizationId> offices(PaperProcess process) {
        return process.current().stream()
                .map(Station::office)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String refusal(ThrowingCallable step) {
        return catchThrowableOfType(Refusal.class, step).key();
    }
}
