package de.ratssaal.reader;

import static de.ratssaal.paper.TestPapers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.document.FileId;
import de.ratssaal.document.FileOwner;
import de.ratssaal.document.Files;
import de.ratssaal.document.NewFile;
import de.ratssaal.document.TestPdfs;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipId;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.packet.PacketDocuments;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("Highlights and notes")
class MarkingTest {

    private static final String FINGERPRINT = "ab".repeat(32);

    @Autowired
    ApplicationContext context;

    @Autowired
    Marking marking;

    @Autowired
    Files files;

    @Autowired
    PacketDocuments documents;

    @Autowired
    JdbcClient database;

    TestPapers test;
    MeetingId meeting;
    OrganizationId group;
    SignedIn author;
    SignedIn colleague;
    SignedIn otherGroup;
    MembershipId authorsMembership;
    FileId open;
    FileId closed;
    FileOwner closedItem;

    @BeforeEach
    void aMeetingAndTwoGroups() {
        test = new TestPapers(context);
        meeting = test.meetingOf(test.council);
        closedItem = AgendaItemFiles.owner(test.itemOf(meeting, false));
        open = attach(AgendaItemFiles.owner(test.itemOf(meeting, true)), "Plan.pdf");
        closed = attach(closedItem, "Vertrag.pdf");
        test.convene(meeting);
        group = test.city.organization(Classification.POLITICAL_GROUP, 5, context);
        var others = test.city.organization(Classification.POLITICAL_GROUP, 5, context);
        author = test.councillor;
        colleague = member(3, "Kollegin");
        otherGroup = member(4, "Andere");
        authorsMembership = TestCouncil.join(group, author.person(), MembershipRole.MEMBER, context);
        TestCouncil.join(group, colleague.person(), MembershipRole.MEMBER, context);
        TestCouncil.join(others, otherGroup.person(), MembershipRole.MEMBER, context);
    }

    @Test
    @DisplayName("are seen by nobody but who made them")
    void privateOnes() {
        var mark = highlight(author, open);
        write(author, mark, "Nachfragen!");

        assertThat(own(author)).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(mark);
            assertThat(it.colour()).isEqualTo(MarkColour.YELLOW);
            assertThat(it.places()).containsExactly(List.of(10.0, 20.0, 110.0, 32.0));
            assertThat(it.texts()).extracting(MarkText::text).containsExactly("Nachfragen!");
            assertThat(it.mine()).isTrue();
        });
        for (var other : List.of(colleague, otherGroup, test.clerk, test.stranger)) {
            var seen = as(other, () -> marking.of(meeting, null));
            assertThat(seen.own()).isEmpty();
            assertThat(seen.group()).isEmpty();
        }
    }

    @Test
    @DisplayName("are changed by nobody else, and not even found")
    void notOthers() {
        var mark = highlight(author, open);
        write(author, mark, "bleibt");

        for (var operation : List.<Operation>of(
                new Operation.Write(UUID.randomUUID(), mark, "fremd", List.of()),
                new Operation.Paint(UUID.randomUUID(), mark, MarkColour.RED),
                new Operation.Share(UUID.randomUUID(), mark, true, 99),
                new Operation.Delete(UUID.randomUUID(), mark, List.of()),
                put(mark, closed))) {
            var outcome = save(colleague, operation).getFirst();
            var ofNone = save(colleague, anew(operation)).getFirst();
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            it -> assertThat(it.why().key()).isEqualTo("reader.refused.unknown"));
            assertThat(ofNone.getClass()).isEqualTo(outcome.getClass());
        }
        assertThat(own(author))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.texts()).extracting(MarkText::text).containsExactly("bleibt"));
    }

    private Operation anew(Operation operation) {
        return switch (operation) {
            case Operation.Put it -> new Operation.Write(UUID.randomUUID(), UUID.randomUUID(), "x", List.of());
            case Operation.Write it -> new Operation.Write(UUID.randomUUID(), UUID.randomUUID(), "x", List.of());
            case Operation.Paint it -> new Operation.Paint(UUID.randomUUID(), UUID.randomUUID(), it.colour());
            case Operation.Share it -> new Operation.Share(UUID.randomUUID(), UUID.randomUUID(), true, 99);
            case Operation.Delete it -> new Operation.Delete(UUID.randomUUID(), UUID.randomUUID(), List.of());
            case Operation.Read it -> it;
            case Operation.Reach it -> it;
        };
    }

    @Test
    @DisplayName("are done once, however often a device sends them")
    void idempotent() {
        var put = put(UUID.randomUUID(), open);
        var red = new Operation.Paint(UUID.randomUUID(), put.mark(), MarkColour.RED);
        var blue = new Operation.Paint(UUID.randomUUID(), put.mark(), MarkColour.BLUE);
        save(author, put, red, blue);
        var version = own(author).getFirst().version();

        assertThat(save(author, put, red)).allMatch(it -> it instanceof Outcome.Known);

        assertThat(own(author)).singleElement().satisfies(it -> {
            assertThat(it.colour()).isEqualTo(MarkColour.BLUE);
            assertThat(it.version()).isEqualTo(version);
        });
    }

    @Test
    @DisplayName("of two devices that write at the same time are both kept, until one takes the place of both")
    void concurrentTexts() {
        var mark = highlight(author, open);
        var first = write(author, mark, "Erste Fassung");
        var telephone = write(author, mark, "vom Telefon", first);
        var tablet = write(author, mark, "vom Tablet", first);

        assertThat(texts()).containsExactlyInAnyOrder("vom Telefon", "vom Tablet");

        write(author, mark, "zusammen", telephone, tablet);
        assertThat(texts()).containsExactly("zusammen");
    }

    @Test
    @DisplayName("sent by many devices at once lose nothing")
    void manyAtOnce() throws InterruptedException {
        var mark = highlight(author, open);
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 40).forEach(it -> threads.submit(() -> write(author, mark, "Text " + it)));
        }

        assertThat(texts()).hasSize(40);
        assertThat(own(author).getFirst().version()).isEqualTo(41);
    }

    @Test
    @DisplayName(
            "are not deleted with a text that who deletes them did not see, and come back with one that is written later")
    void deletedMeanwhile() {
        var mark = highlight(author, open);
        var seen = write(author, mark, "gesehen");
        write(author, mark, "vom anderen Gerät");

        save(author, new Operation.Delete(UUID.randomUUID(), mark, List.of(seen)));
        assertThat(texts()).containsExactly("vom anderen Gerät");

        var last = own(author).getFirst().texts().getFirst().id();
        var before = as(author, () -> marking.of(meeting, null)).cursor();
        save(author, new Operation.Delete(UUID.randomUUID(), mark, List.of(last)));
        assertThat(own(author)).isEmpty();
        assertThat(as(author, () -> marking.of(meeting, before)).own())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.deleted()).isTrue();
                    assertThat(it.quote()).isEmpty();
                    assertThat(it.texts()).isEmpty();
                });

        write(author, mark, "ohne Netz geschrieben");
        assertThat(texts()).containsExactly("ohne Netz geschrieben");
    }

    @Test
    @DisplayName("are told to another device as far as it does not know them")
    void since() {
        highlight(author, open);
        var known = as(author, () -> marking.of(meeting, null));
        assertThat(known.complete()).isTrue();
        var later = highlight(author, closed);

        var news = as(author, () -> marking.of(meeting, known.cursor()));

        assertThat(news.complete()).isFalse();
        assertThat(news.own()).extracting(Mark::id).containsExactly(later);
        attach(closedItem, "Nachtrag.pdf");
        assertThat(as(author, () -> marking.of(meeting, news.cursor())).complete())
                .as("with other documents everything is told anew")
                .isTrue();
        assertThat(as(author, () -> marking.of(meeting, "unsinn")).complete()).isTrue();
    }

    @Test
    @DisplayName("on a document that is gone keep what their author wrote, not what the document said")
    void documentGone() {
        var mark = highlight(author, closed);
        write(author, mark, "meine Worte");

        as(test.clerk, () -> files.remove(closed));

        assertThat(own(author)).singleElement().satisfies(it -> {
            assertThat(it.quote()).isEmpty();
            assertThat(it.texts()).extracting(MarkText::text).containsExactly("meine Worte");
        });
    }

    @Test
    @DisplayName("are not told of a meeting that who asks may not see")
    void unknownMeeting() {
        var planned = test.meetingOf(test.council);

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> as(author, () -> marking.of(planned, null)));
    }

    @Test
    @DisplayName("take characters from a PDF that no database keeps")
    void zeroCharacters() {
        var put = new Operation.Put(
                UUID.randomUUID(),
                UUID.randomUUID(),
                open.value(),
                FINGERPRINT,
                1,
                MarkKind.HIGHLIGHT,
                MarkColour.GREEN,
                List.of(List.of(1.0, 2.0, 3.0, 4.0)),
                "Brunnen\0am\ud83d Markt");
        var write = new Operation.Write(UUID.randomUUID(), put.mark(), "Wann\0denn?", List.of());

        assertThat(save(author, put, write)).allMatch(it -> it instanceof Outcome.Done);

        assertThat(own(author)).singleElement().satisfies(it -> {
            assertThat(it.quote()).isEqualTo("Brunnen am? Markt");
            assertThat(it.texts()).extracting(MarkText::text).containsExactly("Wann denn?");
        });
    }

    @Test
    @DisplayName("are saved beside what the database refuses, which is told as refused and leaves nothing behind")
    void refusedByTheDatabase() {
        var mark = highlight(new SignedIn(author.account(), null, author.name()), open);
        var before = new Operation.Paint(UUID.randomUUID(), mark, MarkColour.RED);
        var ofNobody = new Operation.Share(UUID.randomUUID(), mark, true, 1_000);
        var after = new Operation.Write(UUID.randomUUID(), mark, "danach", List.of());

        assertThat(save(author, before, ofNobody, after))
                .satisfiesExactly(
                        it -> assertThat(it).isInstanceOf(Outcome.Done.class),
                        it -> assertThat(it)
                                .isInstanceOfSatisfying(
                                        Outcome.Refused.class,
                                        refused ->
                                                assertThat(refused.why().key()).isEqualTo("reader.refused.malformed")),
                        it -> assertThat(it).isInstanceOf(Outcome.Done.class));

        assertThat(own(author)).singleElement().satisfies(it -> {
            assertThat(it.colour()).isEqualTo(MarkColour.RED);
            assertThat(it.shared()).isFalse();
            assertThat(it.version()).isEqualTo(3);
            assertThat(it.texts()).extracting(MarkText::text).containsExactly("danach");
        });
        assertThat(save(author, ofNobody)).allMatch(it -> it instanceof Outcome.Known);
    }

    @Test
    @DisplayName("remember what was read and where")
    void readAndPlace() {
        save(
                author,
                new Operation.Read(UUID.randomUUID(), open.value(), FINGERPRINT, true),
                new Operation.Reach(UUID.randomUUID(), open.value(), 7),
                new Operation.Reach(UUID.randomUUID(), open.value(), 9));

        var found = as(author, () -> marking.of(meeting, null));
        assertThat(found.read()).containsExactly(open + "/" + FINGERPRINT);
        assertThat(found.places())
                .singleElement()
                .satisfies(it -> assertThat(it.page()).isEqualTo(9));
        assertThat(as(colleague, () -> marking.of(meeting, null)).read()).isEmpty();
        save(author, new Operation.Read(UUID.randomUUID(), open.value(), FINGERPRINT, false));
        assertThat(as(author, () -> marking.of(meeting, null)).read()).isEmpty();
    }

    @Nested
    @DisplayName("that are shared")
    class Shared {

        @Test
        @DisplayName("are seen by the own group with their author's name, and by nobody else, until sharing ends")
        void byTheGroup() {
            var mark = highlight(author, closed);
            write(author, mark, "Wir fragen nach.");
            share(author, mark, true);

            assertThat(shared(colleague)).singleElement().satisfies(it -> {
                assertThat(it.texts()).extracting(MarkText::text).containsExactly("Wir fragen nach.");
                assertThat(it.author()).startsWith("Kim Test-");
                assertThat(it.mine()).isFalse();
            });
            for (var other : List.of(otherGroup, test.clerk, test.committeeMember, test.stranger)) {
                assertThat(shared(other)).as(other.name()).isEmpty();
            }

            share(author, mark, false);
            assertThat(shared(colleague)).isEmpty();
        }

        @Test
        @DisplayName("are not seen by members of the group who may not read the document")
        void onlyWithTheDocument() {
            var outside = new SignedIn(AccountId.next(), TestCouncil.person(context), "Sachkundig");
            TestCouncil.join(group, outside.person(), MembershipRole.MEMBER, context);
            share(author, highlight(author, closed), true);
            var onOpen = highlight(author, open);
            share(author, onOpen, true);

            assertThat(shared(outside)).extracting(Mark::id).containsExactly(onOpen);
        }

        @Test
        @DisplayName("bring words of the document only to who reads the version they were taken from")
        void wordsOfAnotherVersion() {
            var present = as(colleague, () -> documents.of(meeting)).documents().stream()
                    .filter(it -> it.id().equals(open.value()))
                    .findFirst()
                    .orElseThrow()
                    .fingerprint();
            var older = highlight(author, open);
            write(author, older, "Das stand hier.");
            var put = new Operation.Put(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    open.value(),
                    present,
                    1,
                    MarkKind.HIGHLIGHT,
                    MarkColour.BLUE,
                    List.of(List.of(1.0, 2.0, 3.0, 4.0)),
                    "Linden");
            save(author, put);
            share(author, older, true);
            share(author, put.mark(), true);

            assertThat(shared(colleague))
                    .satisfiesExactlyInAnyOrder(
                            it -> {
                                assertThat(it.id()).isEqualTo(older);
                                assertThat(it.quote()).isEmpty();
                                assertThat(it.texts())
                                        .extracting(MarkText::text)
                                        .containsExactly("Das stand hier.");
                            },
                            it -> {
                                assertThat(it.id()).isEqualTo(put.mark());
                                assertThat(it.quote()).isEqualTo("Linden");
                            });
            assertThat(own(author)).extracting(Mark::quote).containsExactlyInAnyOrder("Brunnen", "Linden");
        }

        @Test
        @DisplayName("are not seen by a guest of the group, nor once their author has left it")
        void notByGuestsNorAfterLeaving() {
            var guest = member(1, "Gast");
            TestCouncil.join(group, guest.person(), MembershipRole.GUEST, context);
            share(author, highlight(author, open), true);
            assertThat(shared(guest)).isEmpty();
            assertThat(shared(colleague)).hasSize(1);

            test.asSystem(() -> {
                context.getBean(MembershipAdministration.class)
                        .end(authorsMembership, LocalDate.now(TestCouncil.ZONE).minusDays(1));
                return true;
            });

            assertThat(shared(colleague)).isEmpty();
        }

        @Test
        @DisplayName("are not shared again by a device that did not know that sharing was ended")
        void staysEnded() {
            var mark = highlight(author, open);
            share(author, mark, true);
            share(author, mark, false);

            var late = save(author, new Operation.Share(UUID.randomUUID(), mark, true, 1))
                    .getFirst();

            assertThat(late)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            it -> assertThat(it.why().key()).isEqualTo("reader.refused.sharing-ended"));
            assertThat(shared(colleague)).isEmpty();
        }

        @Test
        @DisplayName("need a group, and a document that their author may read")
        void needAGroup() {
            var alone = member(1, "Ohne Fraktion");
            assertThat(save(alone, put(UUID.randomUUID(), open)).getFirst()).isInstanceOf(Outcome.Done.class);
            var own = as(alone, () -> marking.of(meeting, null)).own().getFirst();
            assertThat(save(alone, new Operation.Share(UUID.randomUUID(), own.id(), true, 1))
                            .getFirst())
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            it -> assertThat(it.why().key()).isEqualTo("reader.refused.no-group"));

            var unknown = UUID.randomUUID();
            var mark = UUID.randomUUID();
            save(
                    author,
                    new Operation.Put(
                            UUID.randomUUID(),
                            mark,
                            unknown,
                            FINGERPRINT,
                            1,
                            MarkKind.NOTE,
                            null,
                            List.of(List.of(1.0, 1.0, 1.0, 1.0)),
                            ""));
            assertThat(save(author, new Operation.Share(UUID.randomUUID(), mark, true, 1))
                            .getFirst())
                    .isInstanceOf(Outcome.Refused.class);
        }

        @Test
        @DisplayName("are taken away from the group when they are deleted")
        void deleted() {
            var mark = highlight(author, open);
            share(author, mark, true);
            save(author, new Operation.Delete(UUID.randomUUID(), mark, List.of()));

            assertThat(shared(colleague)).isEmpty();
        }
    }

    @Nested
    @DisplayName("that cannot be are refused by the database as well")
    class Constraints {

        @Test
        @DisplayName("a highlight without colour, a trace that is shared or has a text, a text without words")
        void rows() {
            var mark = highlight(author, open);
            write(author, mark, "Text");
            for (var change : List.of(
                    "update reader_mark set colour = null where id = ?",
                    "update reader_mark set colour = 'PINK' where id = ?",
                    "update reader_mark set deleted = true where id = ?",
                    "update reader_mark set places = '{1,2,3}' where id = ?",
                    "update reader_mark set person_id = null, group_id = gen_random_uuid() where id = ?",
                    "update reader_mark set page = 0 where id = ?",
                    "update reader_text set text = ' ' where mark_id = ?",
                    "update reader_text set mark_deleted = true where mark_id = ?",
                    "insert into reader_text (id, mark_id, text, written_at) select gen_random_uuid(), gen_random_uuid(), 'x', now() where ? is not null")) {
                assertThatExceptionOfType(DataIntegrityViolationException.class)
                        .as(change)
                        .isThrownBy(() -> database.sql(change).param(mark).update());
            }
        }
    }

    private SignedIn member(int number, String name) {
        return new SignedIn(AccountId.next(), test.city.members().get(number), name);
    }

    private UUID highlight(SignedIn who, FileId document) {
        var put = put(UUID.randomUUID(), document);
        assertThat(save(who, put)).containsExactly(new Outcome.Done(put.id()));
        return put.mark();
    }

    private static Operation.Put put(UUID mark, FileId document) {
        return new Operation.Put(
                UUID.randomUUID(),
                mark,
                document.value(),
                FINGERPRINT,
                1,
                MarkKind.HIGHLIGHT,
                MarkColour.YELLOW,
                List.of(List.of(10.0, 20.0, 110.0, 32.0)),
                "Brunnen");
    }

    private UUID write(SignedIn who, UUID mark, String text, UUID... replaces) {
        var operation = new Operation.Write(UUID.randomUUID(), mark, text, List.of(replaces));
        assertThat(save(who, operation)).containsExactly(new Outcome.Done(operation.id()));
        return operation.id();
    }

    private void share(SignedIn who, UUID mark, boolean shared) {
        var operation = new Operation.Share(UUID.randomUUID(), mark, shared, 1_000);
        assertThat(save(who, operation)).containsExactly(new Outcome.Done(operation.id()));
    }

    private List<Outcome> save(SignedIn who, Operation... operations) {
        return as(who, () -> marking.save(meeting, List.of(operations)));
    }

    private List<Mark> own(SignedIn who) {
        return as(who, () -> marking.of(meeting, null)).own();
    }

    private List<Mark> shared(SignedIn who) {
        return as(who, () -> marking.of(meeting, null)).group();
    }

    private List<String> texts() {
        return own(author).stream()
                .flatMap(it -> it.texts().stream())
                .map(MarkText::text)
                .toList();
    }

    private FileId attach(FileOwner owner, String name) {
        return as(
                test.clerk,
                () -> files.attach(
                                owner, NewFile.auxiliary(name, true), new ByteArrayInputStream(TestPdfs.saying(name)))
                        .id());
    }
}
