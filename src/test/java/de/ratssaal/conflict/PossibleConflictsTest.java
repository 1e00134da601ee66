package de.ratssaal.conflict;

import static de.ratssaal.amendment.TestAmendments.FOUNTAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.amendment.TestAmendments;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.TestCouncil;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A member's possible conflicts")
class PossibleConflictsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    OwnInterests interests;

    @Autowired
    PossibleConflicts conflicts;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("are found in the paper of an item, with the words around, and on no other item")
    void found() {
        var on = TestAmendments.before(context);
        var me = on.meeting.member(2);
        write(me, InterestKind.PLACE, "Brunnen auf dem Markt");

        assertThat(of(me, on)).singleElement().satisfies(it -> {
            assertThat(it.item()).isEqualTo(on.item);
            assertThat(it.excerpt()).contains(FOUNTAIN);
            assertThat(it.interest().words()).isEqualTo("Brunnen auf dem Markt");
        });
        assertThat(Acting.as(me, () -> conflicts.on(on.meeting.id(), Set.of(on.meeting.nonPublic()))))
                .isEmpty();
    }

    @Test
    @DisplayName("are nobody else's: not the chair's, not another member's, not a stranger's")
    void nobodyElses(CapturedOutput output) {
        var on = TestAmendments.before(context);
        var me = on.meeting.member(2);
        var id = write(me, InterestKind.PLACE, "Brunnen auf dem Markt");

        for (var other : List.of(on.meeting.chair(), on.meeting.member(3), TestCouncil.person(context))) {
            assertThat(Acting.as(other, () -> interests.mine())).isEmpty();
            Acting.as(other, () -> interests.erase(id));
            Acting.as(other, () -> interests.setAside(on.item, id));
        }
        for (var other : List.of(on.meeting.chair(), on.meeting.member(3))) {
            assertThat(of(other, on)).isEmpty();
        }
        assertThat(of(me, on)).as("others neither erase it nor set it aside").hasSize(1);
        assertThat(database.sql(
                                "select count(*) from audit_entry where line like '%Brunnen auf dem Markt%' or line like ?")
                        .param("%" + id + "%")
                        .query(Integer.class)
                        .single())
                .as("no log holds it")
                .isZero();
        assertThat(Acting.as(me, () -> interests.mine()))
                .allSatisfy(it -> assertThat(it).asString().doesNotContain("Brunnen"));
        assertThat(of(me, on)).allSatisfy(it -> assertThat(it).asString().doesNotContain("Brunnen"));
        assertThat(output.getAll()).doesNotContain("Brunnen auf dem Markt");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> interests.mine());
    }

    @Test
    @DisplayName("R17: of a non-public paper are told to those alone who may read it")
    void nonPublic() {
        var on = TestAmendments.before(context, false);
        var me = on.meeting.member(2);
        var guest = on.meeting.invitedGuest();
        write(me, InterestKind.PLACE, "Brunnen auf dem Markt");
        write(guest, InterestKind.PLACE, "Brunnen auf dem Markt");

        assertThat(of(me, on)).hasSize(1);
        assertThat(of(guest, on)).isEmpty();
    }

    @Test
    @DisplayName(
            "are gone once the member finds that they are none, or erases what they wrote, or is recused and need not ask")
    void gone() {
        var on = TestAmendments.before(context);
        var me = on.meeting.member(2);
        var id = write(me, InterestKind.PLACE, "Brunnen auf dem Markt");
        var other = write(me, InterestKind.COMPANY, "Bänke an der Allee");
        assertThat(of(me, on)).hasSize(2);

        Acting.as(me, () -> interests.setAside(on.item, id));
        assertThat(of(me, on))
                .singleElement()
                .satisfies(it -> assertThat(it.interest().id()).isEqualTo(other));
        Acting.as(me, () -> interests.erase(other));
        Acting.as(me, () -> interests.erase(other));
        assertThat(of(me, on)).isEmpty();
        assertThat(Acting.as(me, () -> interests.mine())).hasSize(1);
    }

    @Test
    @DisplayName("are looked for only if there is a word to look for, and what is written twice is kept once")
    void written() {
        var on = TestAmendments.before(context);
        var me = on.meeting.member(2);
        refused("conflict.words-missing", () -> write(me, InterestKind.PERSON, " - "));
        refused("conflict.words-too-long", () -> write(me, InterestKind.PERSON, "x".repeat(201)));
        write(me, InterestKind.PERSON, "Karla Wendt");
        write(me, InterestKind.PERSON, "Karla Wendt");
        assertThat(Acting.as(me, () -> interests.mine())).hasSize(1);
    }

    private InterestId write(PersonId who, InterestKind kind, String words) {
        var id = InterestId.next();
        Acting.as(who, () -> interests.write(id, kind, words));
        return id;
    }

    private List<PossibleConflict> of(PersonId who, TestAmendments on) {
        return Acting.as(who, () -> conflicts.in(on.meeting.id()));
    }

    private static void refused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }
}
