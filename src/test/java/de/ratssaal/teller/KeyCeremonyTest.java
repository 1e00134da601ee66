package de.ratssaal.teller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.ballot.Groups;
import de.ratssaal.ballot.Trustees;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@DisplayName("Tellers of a council")
class KeyCeremonyTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TellerKeys keys;

    @Autowired
    Tellers tellers;

    @Autowired
    NamingTellers naming;

    @Autowired
    KeyCeremonies ceremonies;

    @Autowired
    OwnCeremony own;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    private TestCouncil council;
    private OrganizationId organization;
    private List<String> logins;

    @BeforeEach
    void council() {
        council = TestCouncil.of(5, context);
        organization = council.council();
        logins = accounts.of(council.members(), PASSWORD);
    }

    private List<PersonId> three() {
        return council.members().subList(1, 4);
    }

    private TestTellers begun() {
        return TestTellers.named(organization, three(), 2, context);
    }

    private TestTellers ready() {
        return begun().finish(context);
    }

    private TellerPage page() {
        return Acting.as(council.chair(), () -> tellers.page(organization));
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    private void publish(TestTeller teller, CeremonyId ceremony, int round, String message) {
        Acting.as(teller.person(), () -> own.publish(ceremony, round, message));
    }

    private List<String> audited() {
        return database.sql("select line from audit_entry where subject = ? order by id")
                .param("organization/" + organization)
                .query(String.class)
                .list();
    }

    @Nested
    @DisplayName("make their key")
    class Making {

        @Test
        @DisplayName("in four rounds; the messages are kept byte by byte, and the file of trustees holds")
        void whole() {
            assertThat(keys.why(organization)).isEqualTo("teller.why.NOT_NAMED");
            var begun = begun();
            assertThat(keys.why(organization)).isEqualTo("teller.why.RUNNING");
            var first = begun.tellers().stream().map(TestTeller::first).toList();
            var announced = begun.announcements(first);
            begun.send(own, 0, announced);
            begun.send(own, 1, first);
            var second = begun.second(first);
            begun.send(own, 2, second);
            assertThat(keys.readyFor(organization)).isEmpty();
            var third = begun.third();
            begun.send(own, 3, third);

            var key = keys.readyFor(organization).orElseThrow();
            assertThat(keys.why(organization)).isEqualTo("teller.why.READY");
            assertThat(keys.key(begun.ceremony())).hasValue(key);
            assertThat(key.tellers()).extracting(TellerSeat::person).isEqualTo(three());
            var written = key.trustees().getBytes(StandardCharsets.UTF_8);
            var trustees = Trustees.read(written, Groups.belenios2048());
            assertThat(trustees.check().isValid()).isTrue();
            assertThat(trustees.write()).isEqualTo(written);
            assertThat(key.trustees()).startsWith("[[\"Pedersen\",{\"threshold\":2,\"certs\":[{\"message\":");
            assertThat(Acting.as(three().get(1), own::current)).hasValueSatisfying(it -> {
                assertThat(it.index()).isEqualTo(2);
                assertThat(it.ceremony().rounds()).isEqualTo(List.of(announced, first, second, third));
                assertThat(it.ceremony().trustees()).isEqualTo(key.trustees());
            });
            begun.tellers()
                    .forEach(it -> assertThat(key.trustees())
                            .contains(
                                    it.share().publicKey(Groups.belenios2048()).toString()));
        }

        @Test
        @DisplayName("and the log says who, when and which, but nothing of the key")
        void audit() {
            var ready = ready();
            assertThat(audited()).anySatisfy(it -> assertThat(it).contains("2 of whom decrypt"));
            assertThat(audited()).anySatisfy(it -> assertThat(it).contains(ready.ceremony() + " of", "begun"));
            assertThat(audited()).anySatisfy(it -> assertThat(it).contains("SHA-256"));
            assertThat(audited()).noneSatisfy(it -> assertThat(it).contains("public_key"));
        }

        @Test
        @DisplayName("also if the last two send at the same moment, or the same message comes on two ways at once")
        void atOnce() throws Exception {
            var begun = begun();
            var first = begun.tellers().stream().map(TestTeller::first).toList();
            begun.send(own, 0, begun.announcements(first));
            together(begun.tellers().stream()
                    .flatMap(it -> List.of(it, it).stream())
                    .map(it -> publishing(it, begun.ceremony(), 1, first.get(it.index() - 1)))
                    .toList());
            begun.send(own, 2, begun.second(first));
            var third = begun.third();
            together(begun.tellers().stream()
                    .map(it -> publishing(it, begun.ceremony(), 3, third.get(it.index() - 1)))
                    .toList());
            assertThat(keys.readyFor(organization)).isPresent();
            assertThat(audited()).filteredOn(it -> it.contains("SHA-256")).hasSize(1);
        }

        private Callable<Boolean> publishing(TestTeller teller, CeremonyId ceremony, int round, String message) {
            return () -> {
                publish(teller, ceremony, round, message);
                return true;
            };
        }
    }

    private static void together(List<Callable<Boolean>> acts) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            for (var done : threads.invokeAll(acts)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    @Nested
    @DisplayName("who send a message")
    class Sending {

        @Test
        @DisplayName("twice change nothing; another one after it is refused")
        void twice() {
            var begun = begun();
            var teller = begun.tellers().getFirst();
            var message = teller.announcement(teller.first());
            publish(teller, begun.ceremony(), 0, message);
            publish(teller, begun.ceremony(), 0, message);
            refused(
                    "teller.message.other",
                    () -> publish(teller, begun.ceremony(), 0, teller.announcement(teller.first())));
            Acting.as(council.chair(), () -> ceremonies.abort(begun.ceremony(), "Es ist spät"));
            publish(teller, begun.ceremony(), 0, message);
        }

        @Test
        @DisplayName("before all have sent the one before are refused")
        void tooEarly() {
            var begun = begun();
            var first = begun.tellers().stream().map(TestTeller::first).toList();
            var teller = begun.tellers().getFirst();
            publish(teller, begun.ceremony(), 0, teller.announcement(first.getFirst()));
            refused("teller.message.too-early", () -> publish(teller, begun.ceremony(), 1, first.getFirst()));
            refused("teller.message.too-early", () -> publish(teller, begun.ceremony(), 2, teller.second(first)));
            for (var round : List.of(-1, 4)) {
                assertThatExceptionOfType(NoSuchElementException.class)
                        .isThrownBy(() -> publish(teller, begun.ceremony(), round, teller.first()));
            }
        }

        @Test
        @DisplayName("first that is not the announced one are refused: nobody chooses it after having seen another")
        void notAnnounced() {
            var begun = begun();
            var first = begun.tellers().stream().map(TestTeller::first).toList();
            begun.send(own, 0, begun.announcements(first));
            var late = begun.tellers().getLast();
            publish(begun.tellers().getFirst(), begun.ceremony(), 1, first.getFirst());
            refused("teller.message.not-announced", () -> publish(late, begun.ceremony(), 1, late.first()));
            refused("teller.message.not-announced", () -> publish(late, begun.ceremony(), 1, first.getFirst()));
            refused("teller.message.not-announced", () -> publish(late, begun.ceremony(), 1, first.getLast() + " "));
            publish(late, begun.ceremony(), 1, first.getLast());
        }

        @Test
        @DisplayName("that does not hold are refused, and the ceremony goes on with the right one")
        void wrong() {
            var begun = begun();
            var one = begun.tellers().getFirst();
            var two = begun.tellers().get(1);
            var first = begun.tellers().stream().map(TestTeller::first).toList();
            for (var message : List.of("", "{}", first.getFirst(), one.announcement(first.getFirst()) + " ")) {
                refused("teller.message.wrong", () -> publish(one, begun.ceremony(), 0, message));
            }
            begun.send(own, 0, begun.announcements(first));
            begun.send(own, 1, first);
            var others = new ArrayList<>(first);
            others.set(2, begun.tellers().get(2).first());
            refused("teller.message.wrong", () -> publish(one, begun.ceremony(), 2, one.second(others)));
            begun.send(own, 2, begun.second(first));
            begun.third();
            refused("teller.message.wrong", () -> publish(one, begun.ceremony(), 3, two.third(begun.tellers())));
            begun.send(own, 3, begun.third());
            assertThat(keys.readyFor(organization)).isPresent();
        }

        @Test
        @DisplayName("first that do not hold are refused, announced or not; then it is begun again")
        void wrongFirst() {
            var begun = begun();
            var first = new ArrayList<>(
                    begun.tellers().stream().map(TestTeller::first).toList());
            first.set(0, begun.tellers().get(1).first());
            first.set(1, begun.tellers().get(1).first("AAAA"));
            first.set(2, "{}");
            begun.send(own, 0, begun.announcements(first));
            begun.tellers()
                    .forEach(it -> refused(
                            "teller.message.wrong", () -> publish(it, begun.ceremony(), 1, first.get(it.index() - 1))));
        }

        @Test
        @DisplayName("send it themselves: nobody else does it for them, not even the chair")
        void onlyThemselves() {
            var begun = begun();
            var teller = begun.tellers().getFirst();
            for (var other : List.of(council.chair(), council.members().get(4))) {
                assertThatExceptionOfType(NoSuchElementException.class)
                        .isThrownBy(() -> Acting.as(
                                other, () -> own.publish(begun.ceremony(), 0, teller.announcement(teller.first()))));
                assertThat(Acting.as(other, own::current)).isEmpty();
            }
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> Acting.as(
                            council.members().get(4), () -> own.abort(begun.ceremony(), "Ich darf das nicht")));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> access.asSystem(
                            "test", () -> own.publish(begun.ceremony(), 0, teller.announcement(teller.first()))));
        }
    }

    @Nested
    @DisplayName("break off")
    class Aborting {

        @Test
        @DisplayName("with a reason that all read; nothing is taken any more, and it can be begun again")
        void byATeller() {
            var begun = begun();
            var teller = begun.tellers().getFirst();
            refused("teller.abort.reason", () -> Acting.as(teller.person(), () -> own.abort(begun.ceremony(), " ")));
            Acting.as(teller.person(), () -> own.abort(begun.ceremony(), "share 2"));
            Acting.as(council.chair(), () -> ceremonies.abort(begun.ceremony(), "noch einmal"));

            assertThat(keys.why(organization)).isEqualTo("teller.why.ABORTED");
            assertThat(page().latest().orElseThrow().reason()).isEqualTo(new AbortReason("share 2"));
            refused(
                    "teller.message.over",
                    () -> publish(teller, begun.ceremony(), 0, teller.announcement(teller.first())));
            assertThat(audited()).anySatisfy(it -> assertThat(it).contains("broken off: share 2"));
            TestTellers.begun(organization, context).finish(context);
            assertThat(keys.why(organization)).isEqualTo("teller.why.READY");
        }

        @Test
        @DisplayName("no more once the key is made")
        void tooLate() {
            var ready = ready();
            refused(
                    "teller.abort.done",
                    () -> Acting.as(council.chair(), () -> ceremonies.abort(ready.ceremony(), "zu spät")));
        }

        @Test
        @DisplayName("a repetition: the key from before holds again; while it runs, nothing is ready")
        void repetition() {
            var before = ready();
            var again = TestTellers.begun(organization, context);
            assertThat(keys.readyFor(organization)).isEmpty();
            Acting.as(council.chair(), () -> ceremonies.abort(again.ceremony(), "doch nicht nötig"));
            assertThat(keys.readyFor(organization).orElseThrow().id()).isEqualTo(before.ceremony());

            var made = TestTellers.begun(organization, context).finish(context);
            assertThat(keys.readyFor(organization).orElseThrow().id()).isEqualTo(made.ceremony());
            assertThat(keys.key(before.ceremony())).isPresent();
        }
    }

    @Nested
    @DisplayName("are named")
    class Naming {

        @Test
        @DisplayName("by chair or secretariat only, who alone begin and break off")
        void byWhom() {
            var member = council.members().get(4);
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(
                            () -> Acting.as(member, () -> naming.name(TellerSetId.next(), organization, three(), 2)));
            Acting.as(council.chair(), () -> naming.name(TellerSetId.next(), organization, three(), 2));
            var ceremony = CeremonyId.next();
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(member, () -> ceremonies.begin(ceremony, organization)));
            Acting.as(council.chair(), () -> ceremonies.begin(ceremony, organization));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(member, () -> ceremonies.abort(ceremony, "Ich darf das nicht")));
            var stranger = TestCouncil.of(3, context);
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(stranger.chair(), () -> tellers.page(organization)));
            assertThat(Acting.as(member, () -> tellers.page(organization)).mayConduct())
                    .isFalse();
        }

        @Test
        @DisplayName("of the council and of the administration, each with an account")
        void who() {
            var clerk = TestCouncil.person(context);
            TestCouncil.join(council.office(context), clerk, MembershipRole.OFFICE_WORKER, context);
            var nominees = Acting.as(council.chair(), () -> naming.nominees(organization));
            assertThat(nominees).hasSize(6);
            assertThat(nominees.getLast().isOfAdministration()).isTrue();
            var persons = List.of(three().get(0), three().get(1), clerk);
            refused("teller.naming.no-account", () -> name(persons));
            accounts.of(List.of(clerk), PASSWORD);
            name(persons);
            refused(
                    "teller.naming.stranger",
                    () -> name(List.of(three().get(0), three().get(1), TestCouncil.person(context))));
        }

        private void name(List<PersonId> persons) {
            Acting.as(council.chair(), () -> naming.name(TellerSetId.next(), organization, persons, 2));
        }

        @Test
        @DisplayName("not all of one group")
        void oneGroup() {
            var group = council.organization(Classification.POLITICAL_GROUP, 5, context);
            three().forEach(it -> TestCouncil.join(group, it, MembershipRole.MEMBER, context));
            refused("teller.naming.one-side", () -> name(three()));
            name(List.of(three().get(0), three().get(1), council.members().get(4)));
        }

        @Test
        @DisplayName("not where nobody votes")
        void doesNotMeet() {
            var group = council.organization(Classification.POLITICAL_GROUP, 5, context);
            refused(
                    "teller.naming.does-not-meet",
                    () -> access.asSystem("test", () -> naming.name(TellerSetId.next(), group, three(), 2)));
        }

        @Test
        @DisplayName("twice by a double click, once")
        void once() {
            var id = TellerSetId.next();
            Acting.as(council.chair(), () -> naming.name(id, organization, three(), 2));
            Acting.as(council.chair(), () -> naming.name(id, organization, three(), 3));
            assertThat(page().set().threshold()).isEqualTo(2);
        }

        @Test
        @DisplayName("anew: those before take part no more, and decrypt only what was voted on with their key")
        void replaced() {
            var before = ready();
            var again = TestTellers.begun(organization, context);
            var others =
                    List.of(council.chair(), three().get(0), council.members().get(4));
            name(others);

            assertThat(keys.why(organization)).isEqualTo("teller.why.NO_KEY");
            assertThat(keys.key(before.ceremony())).isPresent();
            var teller = again.tellers().get(1);
            refused(
                    "teller.message.over",
                    () -> publish(teller, again.ceremony(), 0, teller.announcement(teller.first())));
            assertThat(Acting.as(teller.person(), own::current)
                            .orElseThrow()
                            .ceremony()
                            .reason())
                    .isEqualTo(AbortReason.REPLACED);
            var made = TestTellers.begun(organization, context).finish(context);
            assertThat(keys.readyFor(organization).orElseThrow().id()).isEqualTo(made.ceremony());
        }

        @Test
        @DisplayName("and are not ready any more when too few of them can sign in")
        void withoutAccounts() {
            ready();
            accounts.close(logins.get(1));
            assertThat(keys.why(organization)).isEqualTo("teller.why.READY");
            accounts.close(logins.get(2));
            assertThat(keys.why(organization)).isEqualTo("teller.why.TOO_FEW_ACCOUNTS");
            assertThat(keys.readyFor(organization)).isEmpty();
        }
    }

    @Nested
    @DisplayName("begin")
    class Beginning {

        @Test
        @DisplayName("once, however many press it at the same moment")
        void once() throws Exception {
            Acting.as(council.chair(), () -> naming.name(TellerSetId.next(), organization, three(), 2));
            together(List.of(council.chair(), council.members().get(1)).stream()
                    .<Callable<Boolean>>map(it -> () -> {
                        Acting.as(it, () -> ceremonies.begin(CeremonyId.next(), organization));
                        return true;
                    })
                    .toList());
            assertThat(page().ceremonies()).hasSize(1);
        }

        @Test
        @DisplayName("not before they are named, nor while one of them makes another key")
        void refusals() {
            refused(
                    "teller.begin.nobody",
                    () -> Acting.as(council.chair(), () -> ceremonies.begin(CeremonyId.next(), organization)));
            begun();
            var committee = council.organization(Classification.COMMITTEE, 3, context);
            three().forEach(it -> TestCouncil.join(committee, it, MembershipRole.MEMBER, context));
            access.asSystem("test", () -> naming.name(TellerSetId.next(), committee, three(), 2));
            refused(
                    "teller.begin.elsewhere",
                    () -> access.asSystem("test", () -> ceremonies.begin(CeremonyId.next(), committee)));
        }
    }

    @Test
    @DisplayName("cannot be stored wrongly, whatever the application does")
    void constraints() {
        var ready = ready();
        var set = page().set().id().value();
        var ceremony = ready.ceremony().value();
        for (var statement : List.of(
                "insert into teller_seat (set_id, index, person_id, name) values ('%s', 4, '%s', 'Kim')"
                        .formatted(set, UUID.randomUUID()),
                "update teller_seat set person_id = '%s' where set_id = '%s'".formatted(UUID.randomUUID(), set),
                "update teller_set set threshold = 3 where id = '%s'".formatted(set),
                "delete from teller_seat where set_id = '%s'".formatted(set),
                "insert into teller_set (id, organization_id, size, threshold, named_by, named_at) values ('%s', '%s', 3, 2, 'x', now())"
                        .formatted(UUID.randomUUID(), UUID.randomUUID()),
                "insert into teller_set (id, organization_id, size, threshold, named_by, named_at) values ('%s', '%s', 3, 1, 'x', now())"
                        .formatted(UUID.randomUUID(), UUID.randomUUID()),
                "update teller_ceremony set trustees = '[]' where id = '%s'".formatted(ceremony),
                "update teller_ceremony set state = 'RUNNING', trustees = null, ended_at = null where id = '%s'"
                        .formatted(ceremony),
                "update teller_message set message = '{}' where ceremony_id = '%s'".formatted(ceremony),
                "delete from teller_message where ceremony_id = '%s'".formatted(ceremony))) {
            assertThatThrownBy(() -> database.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
        var again = TestTellers.begun(organization, context);
        for (var statement : List.of(
                "insert into teller_message (ceremony_id, round, index, message) values ('%s', 1, 1, '{}')"
                        .formatted(again.ceremony()),
                "insert into teller_message (ceremony_id, round, index, message) values ('%s', 0, 4, '{}')"
                        .formatted(again.ceremony()),
                "insert into teller_message (ceremony_id, round, index, message) values ('%s', -1, 1, '{}')"
                        .formatted(again.ceremony()),
                "update teller_ceremony set state = 'DONE', trustees = '[]', ended_at = now() where id = '%s'"
                        .formatted(again.ceremony()),
                "insert into teller_ceremony (id, set_id, group_name, begun_by, begun_at, state) values ('%s', '%s', 'g', 'x', now(), 'RUNNING')"
                        .formatted(UUID.randomUUID(), set))) {
            assertThatThrownBy(() -> database.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
        var first = again.tellers().stream().map(TestTeller::first).toList();
        again.send(own, 0, again.announcements(first));
        var sent = "insert into teller_message (ceremony_id, round, index, message) values (?, 1, 2, ?)";
        assertThatThrownBy(() -> database.sql(sent)
                        .params(again.ceremony().value(), first.getFirst())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not the announced one");
        database.sql(sent).params(again.ceremony().value(), first.get(1)).update();
    }
}
