package de.ratssaal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.teller.KeyCeremonies;
import de.ratssaal.teller.NamingTellers;
import de.ratssaal.teller.OwnCeremony;
import de.ratssaal.teller.TellerLetters;
import de.ratssaal.teller.TellerSetId;
import de.ratssaal.teller.TellerTask;
import de.ratssaal.teller.TellerWork;
import de.ratssaal.teller.TestTellers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

@Import(TellerMailTest.Votes.class)
@DisplayName("A mail to a teller")
class TellerMailTest extends WithMailboxes {

    /** Secret votes that wait for tellers. */
    @Component
    static class Votes implements TellerWork {

        private final Map<PersonId, List<TellerTask>> waiting = new ConcurrentHashMap<>();

        @Override
        public List<TellerTask> of(PersonId teller) {
            return waiting.getOrDefault(teller, List.of());
        }
    }

    @Autowired
    TellTellers telling;

    @Autowired
    TellerLetters letters;

    @Autowired
    NamingTellers naming;

    @Autowired
    KeyCeremonies ceremonies;

    @Autowired
    OwnCeremony own;

    @Autowired
    Votes votes;

    @Autowired
    Access access;

    @Autowired
    TestAccounts accounts;

    @Autowired
    ApplicationContext context;

    TestCouncil council;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.of(6, context);
        accounts.of(council.members(), "ein langer Weg zum Rathaus");
    }

    private PersonId member(int number) {
        return council.members().get(number);
    }

    private void name(PersonId... tellers) {
        Acting.as(council.chair(), () -> naming.name(TellerSetId.next(), council.council(), List.of(tellers), 2));
    }

    @Test
    @DisplayName("says that they were named, once, and to the others later that they were replaced")
    void namedAndReplaced() throws Exception {
        name(member(1), member(2), member(3));
        telling.tell();
        telling.tell();
        for (var teller : List.of(1, 2, 3)) {
            assertThat(to(member(teller))).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Zählkommission: Sie wurden benannt");
                assertThat(text(mail))
                        .contains("https://rat.lindenau.example/app/tellers")
                        .contains("Niemand wird Sie je nach Ihrem Anteil oder Ihrer Passphrase fragen.");
            });
        }
        assertThat(to(council.chair())).isEmpty();

        name(member(1), member(4), member(5));
        telling.tell();
        telling.tell();
        assertThat(subjects(member(1)))
                .containsExactly("Zählkommission: Sie wurden benannt", "Zählkommission: Sie wurden benannt");
        assertThat(subjects(member(2)))
                .containsExactly("Zählkommission: Sie wurden benannt", "Zählkommission: Andere wurden benannt");
        assertThat(subjects(member(4))).containsExactly("Zählkommission: Sie wurden benannt");
    }

    @Test
    @DisplayName("calls those to the making of the key who have not joined; being named needs no mail of its own then")
    void key() throws Exception {
        var tellers = TestTellers.named(council.council(), council.members().subList(1, 4), 2, context);
        var first = tellers.tellers().getFirst();
        Acting.as(first.person(), () -> own.publish(tellers.ceremony(), 0, first.announcement(first.first())));
        telling.tell();
        telling.tell();
        assertThat(to(member(1))).as("has joined").isEmpty();
        assertThat(subjects(member(2))).containsExactly("Zählkommission: Bitte jetzt den Schlüssel erzeugen");
        assertThat(subjects(member(3))).containsExactly("Zählkommission: Bitte jetzt den Schlüssel erzeugen");
    }

    @Test
    @DisplayName("is not sent once the ceremony was broken off")
    void brokenOff() throws Exception {
        var due = access.asSystem("test", () -> {
            var tellers = TestTellers.named(council.council(), council.members().subList(1, 4), 2, context);
            var before = letters.due();
            ceremonies.abort(tellers.ceremony(), "Der Strom ist ausgefallen");
            return before;
        });
        assertThat(due)
                .filteredOn(it -> it.organization().equals(council.council()))
                .hasSize(3);
        assertThat(access.asSystem("test", letters::due)).doesNotContainAnyElementsOf(due);
        telling.tell();
        assertThat(subjects(member(1))).containsExactly("Zählkommission: Sie wurden benannt");
    }

    @Test
    @DisplayName(
            "says that a secret vote waits for their share, or its result for their check, but not what was voted on")
    void decrypt() throws Exception {
        var tellers = TestTellers.ready(council.council(), council.members().subList(1, 4), 2, context);
        var poll = UUID.randomUUID();
        var waits = new TellerTask(
                poll,
                "Abwahl des Beigeordneten",
                "Stadtrat",
                "uuid",
                tellers.ceremony(),
                TellerTask.Todo.DECRYPT,
                null);
        var confirms = new TellerTask(
                poll,
                "Abwahl des Beigeordneten",
                "Stadtrat",
                "uuid",
                tellers.ceremony(),
                TellerTask.Todo.CONFIRM,
                null);
        votes.waiting.put(member(1), List.of(waits));
        votes.waiting.put(member(2), List.of(confirms));
        telling.tell();
        telling.tell();
        assertThat(to(member(1))).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Zählkommission: Ihr Anteil wird zum Auszählen gebraucht");
            assertThat(text(mail))
                    .doesNotContain("Beigeordneten")
                    .doesNotContain(poll.toString() + "\"")
                    .contains("https://rat.lindenau.example/app/tellers");
        });
        assertThat(to(member(2))).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Zählkommission: Bitte prüfen Sie das Ergebnis");
            assertThat(text(mail))
                    .doesNotContain("Beigeordneten")
                    .contains("wenn genügend Mitglieder der Zählkommission es auf ihren Geräten geprüft haben")
                    .contains("https://rat.lindenau.example/app/tellers");
        });
        assertThat(to(member(3))).isEmpty();

        // who was asked to decrypt is asked to check later: another letter; who has checked before it goes out gets
        // none
        votes.waiting.put(member(1), List.of(confirms));
        votes.waiting.put(member(3), List.of(confirms));
        assertThat(access.asSystem("test", letters::due))
                .filteredOn(it -> it.teller().equals(member(3)))
                .hasSize(1);
        votes.waiting.remove(member(3));
        assertThat(access.asSystem("test", letters::due))
                .filteredOn(it -> it.teller().equals(member(3)))
                .isEmpty();
        telling.tell();
        assertThat(subjects(member(1)))
                .containsExactly(
                        "Zählkommission: Ihr Anteil wird zum Auszählen gebraucht",
                        "Zählkommission: Bitte prüfen Sie das Ergebnis");
        assertThat(to(member(3))).isEmpty();
    }

    @Test
    @DisplayName("is nothing that a person may ask for")
    void onlyTheApplication() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(council.chair(), letters::due));
    }
}
