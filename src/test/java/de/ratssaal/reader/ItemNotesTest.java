package de.ratssaal.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.AccountPrincipal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("A personal note on an item")
class ItemNotesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ItemNotes notes;

    @Autowired
    Marking marking;

    @Autowired
    JdbcClient database;

    private final AccountId account = AccountId.next();

    @Test
    @DisplayName("is stored as it is written, changed and emptied")
    void written() {
        var meeting = TestMeeting.open(3, 3, context);
        var me = meeting.member(2);
        var none = as(me, () -> notes.of(meeting.item()));
        assertThat(none.text()).isEmpty();
        var first = as(me, () -> notes.write(meeting.id(), meeting.item(), "Nach den Kosten fragen", none));
        var second = as(me, () -> notes.write(meeting.id(), meeting.item(), "Nach den Folgekosten fragen", first));
        assertThat(as(me, () -> notes.of(meeting.item())).text()).isEqualTo("Nach den Folgekosten fragen");
        assertThat(second.texts()).hasSize(1);
        assertThat(second.marks()).isEqualTo(first.marks());

        as(me, () -> notes.write(meeting.id(), meeting.item(), " ", second));
        assertThat(as(me, () -> notes.of(meeting.item())).text()).isEmpty();
        assertThat(as(me, () -> notes.of(meeting.nonPublic())).text()).isEmpty();
    }

    @Test
    @DisplayName("written on two devices at the same time keeps both texts")
    void twoDevices() {
        var meeting = TestMeeting.open(3, 3, context);
        var me = meeting.member(2);
        var seen = as(
                me,
                () -> notes.write(meeting.id(), meeting.item(), "Eins", new ItemNotes.Note("", Set.of(), List.of())));
        as(me, () -> notes.write(meeting.id(), meeting.item(), "Am Telefon", seen));
        as(me, () -> notes.write(meeting.id(), meeting.item(), "Am Tablet", seen));
        var both = as(me, () -> notes.of(meeting.item()));
        assertThat(both.text()).contains("Am Telefon", "Am Tablet").doesNotContain("Eins");
        as(me, () -> notes.write(meeting.id(), meeting.item(), "Zusammen", both));
        assertThat(as(me, () -> notes.of(meeting.item())).text()).isEqualTo("Zusammen");
    }

    @Test
    @DisplayName("is not lost to somebody who goes on writing in a window that never showed it")
    void goesOnWriting() {
        var meeting = TestMeeting.open(3, 3, context);
        var me = meeting.member(2);
        var here = write(meeting, me, "Eins");
        as(me, () -> notes.write(meeting.id(), meeting.item(), "Am Telefon", here));
        var seen = here;
        for (var text : List.of("Am Tab", "Am Tablet")) {
            var before = seen;
            seen = as(me, () -> notes.write(meeting.id(), meeting.item(), text, before));
        }
        assertThat(as(me, () -> notes.of(meeting.item())).text())
                .contains("Am Telefon", "Am Tablet")
                .doesNotContain("Am Tab\n");
    }

    @Test
    @DisplayName("is told to one's own devices with the marks of the meeting, to be sealed there")
    void toldToDevices() {
        var meeting = TestMeeting.open(3, 3, context);
        var me = meeting.member(2);
        write(meeting, me, "Nach den Kosten fragen");
        assertThat(as(me, () -> marking.of(meeting.id(), null)).own())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.document()).isEqualTo(meeting.item().value());
                    assertThat(it.texts()).extracting(MarkText::text).containsExactly("Nach den Kosten fragen");
                });
    }

    @Test
    @DisplayName("is nobody else's: neither read, nor changed, nor shared, nor in any log")
    void nobodyElses() {
        var meeting = TestMeeting.open(3, 3, context);
        var me = meeting.member(2);
        var mine = write(meeting, me, "Zwetschgenkuchen");
        for (var other : List.of(meeting.chair(), meeting.member(1))) {
            assertThat(Acting.as(other, () -> notes.of(meeting.item())).text()).isEmpty();
            assertThat(Acting.as(other, () -> marking.of(meeting.id(), null)).own())
                    .isEmpty();
            assertThat(Acting.as(other, () -> marking.of(meeting.id(), null)).group())
                    .isEmpty();
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(
                            () -> Acting.as(other, () -> notes.write(meeting.id(), meeting.item(), "Gelesen", mine)));
        }
        var share = as(
                me,
                () -> marking.save(
                        meeting.id(),
                        List.of(new Operation.Share(
                                UUID.randomUUID(), mine.marks().iterator().next(), true, 99))));
        assertThat(share).singleElement().isInstanceOf(Outcome.Refused.class);
        assertThat(as(me, () -> notes.of(meeting.item())).text()).isEqualTo("Zwetschgenkuchen");
        assertThat(database.sql("select count(*) from audit_entry where line like '%Zwetschgenkuchen%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(mine).asString().doesNotContain("Zwetschgenkuchen");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> notes.of(meeting.item()));
    }

    private ItemNotes.Note write(TestMeeting meeting, PersonId who, String text) {
        return as(who, () -> notes.write(meeting.id(), meeting.item(), text, notes.of(meeting.item())));
    }

    /** Always with the same account, as it is outside of tests. */
    private <T> T as(PersonId person, Callable<T> act) {
        var before = SecurityContextHolder.getContext();
        try {
            var signedIn = SecurityContextHolder.createEmptyContext();
            AccountPrincipal principal = () -> new SignedIn(account, person, "Erika Muster");
            signedIn.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(principal, "", AuthorityUtils.NO_AUTHORITIES));
            SecurityContextHolder.setContext(signedIn);
            return act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
