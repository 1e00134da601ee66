package de.ratssaal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.document.FileId;
import de.ratssaal.document.Files;
import de.ratssaal.document.TestPdfs;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.NewMembership;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
@DisplayName("The search")
class SearchTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Search search;

    @Autowired
    IndexStore store;

    @Autowired
    IndexWork work;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperRouting routing;

    @Autowired
    Files files;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    TestPapers city;
    String word;

    @BeforeEach
    void aCity() {
        city = new TestPapers(context);
        word = word();
    }

    /** A word that stands nowhere else. */
    private static String word() {
        var letters = new StringBuilder("q");
        for (var digit :
                UUID.randomUUID().toString().replace("-", "").substring(0, 12).toCharArray()) {
            letters.append((char) ('b' + Character.digit(digit, 16)));
        }
        return letters.append("ax").toString();
    }

    @Test
    @DisplayName("finds a released paper by title, wording, number and parts of compounds, with what was found marked")
    void paper() {
        var id = city.released(TestPapers.content("Hundesteuersatzung " + word, true, "Die Gebühren werden erhöht."));
        follow();

        assertThat(find(city.councillor, word + " Satzung").hits())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(SearchKind.PAPER);
                    assertThat(it.leadsTo()).isEqualTo(id.value());
                    assertThat(it.title()).contains(new Marked("Hundesteuersatzung", true), new Marked(word, true));
                    assertThat(it.isPublic()).isTrue();
                });
        assertThat(find(city.councillor, word + " Gebuehr").found()).isEqualTo(1);
        assertThat(find(city.councillor, word + " \"Gebühren werden erhöht\"").found())
                .isEqualTo(1);
        assertThat(find(city.councillor, word + " \"werden Gebühren erhöht\"").found())
                .isZero();
        assertThat(find(city.councillor, word + " -Gebühr").found()).isZero();
        var number = find(city.councillor, word).hits().getFirst().number();
        assertThat(find(city.councillor, number).hits())
                .extracting(SearchHit::leadsTo)
                .contains(id.value());
    }

    @Test
    @DisplayName("finds a page of a file and leads to it, several pages being one hit")
    void page() {
        var paper = city.released(TestPapers.content("Brunnen", true, "Punkt"));
        var file = attach(
                paper, true, "Anderes", "Hier steht " + word, "Nochmals " + word + " und " + word + " und " + word);
        follow();

        assertThat(find(city.councillor, word).hits()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(SearchKind.DOCUMENT);
            assertThat(it.leadsTo()).isEqualTo(file.value());
            assertThat(it.page()).isEqualTo(3);
            assertThat(it.morePages()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("counts and filters by kind, organization, year, publicity and state")
    void filters() {
        city.released(TestPapers.content("Eins " + word, true, "Punkt"));
        var second = city.released(TestPapers.content("Zwei " + word, true, "Punkt"));
        attach(second, true, word);
        TestPapers.as(city.clerk, () -> drafting.withdraw(second, "überholt"));
        follow();

        var all = find(city.clerk, word);
        assertThat(all.found()).isEqualTo(3);
        assertThat(all.counts().kinds()).isEqualTo(Map.of(SearchKind.PAPER, 2, SearchKind.DOCUMENT, 1));
        assertThat(all.counts().states()).isEqualTo(Map.of("WITHDRAWN", 2, "RELEASED", 1));
        assertThat(all.counts().organizations()).isEqualTo(Map.of(city.council, 3));
        assertThat(find(new SearchFilter(SearchKind.DOCUMENT, null, null, null, null, null, null))
                        .found())
                .isEqualTo(1);
        assertThat(find(new SearchFilter(null, city.committee, null, null, null, null, null))
                        .found())
                .isZero();
        assertThat(find(new SearchFilter(null, null, null, null, null, false, null))
                        .found())
                .isZero();
        assertThat(find(new SearchFilter(null, null, null, null, null, null, "RELEASED"))
                        .found())
                .isEqualTo(1);
        var year = all.counts().years().keySet().iterator().next();
        assertThat(find(new SearchFilter(null, null, year, null, null, true, null))
                        .found())
                .isEqualTo(3);
        assertThat(find(new SearchFilter(null, null, year - 1, null, null, null, null))
                        .found())
                .isZero();
        assertThat(find(new SearchFilter(null, null, null, null, LocalDate.of(2000, 1, 1), null, null))
                        .found())
                .isZero();
        assertThat(find(new SearchFilter(null, null, null, LocalDate.of(2000, 1, 1), null, null, null))
                        .found())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("proposes a spelling that finds something")
    void mistyped() {
        city.released(TestPapers.content("Zebrastreifenordnung " + word, true, "Punkt"));
        follow();
        var mistyped = word.substring(0, 2) + word.substring(3);

        var answer = find(city.councillor, mistyped);

        assertThat(answer.found()).isZero();
        assertThat(answer.suggestion()).isEqualTo(word);
    }

    @Test
    @DisplayName("sorts by date, and shows one page of hits after the other")
    void pages() {
        for (var number = 0; number < SearchAnswer.PAGE + 2; number++) {
            city.released(TestPapers.content("Nummer " + number + " " + word, true, "Punkt"));
        }
        follow();

        var second = as(city.councillor, new SearchRequest(word, SearchFilter.NONE, SearchRequest.Order.LATEST, 2));

        assertThat(second.found()).isEqualTo(SearchAnswer.PAGE + 2);
        assertThat(second.hits()).hasSize(2);
        assertThat(second.hits().getFirst().happensAt())
                .isAfterOrEqualTo(second.hits().getLast().happensAt());
    }

    @Nested
    @DisplayName("shows nobody what is not theirs:")
    class Rights {

        @Test
        @DisplayName("a non-public paper is for those who deliberate it, and nothing of it for anybody else")
        void nonPublicPaper() {
            var secret = city.released(TestPapers.content("Grundstück " + word, false, "Verkauf an Wolkenstein"));
            TestPapers.as(city.clerk, () -> routing.plan(secret, city.council, ConsultationRole.DECISION));
            attach(secret, false, "Kaufpreis " + word);
            follow();

            assertThat(find(city.councillor, word).found()).isEqualTo(2);
            assertThat(find(city.councillor, word).counts().publicity()).isEqualTo(Map.of(false, 2));
            for (var other : List.of(city.committeeMember, city.committeeClerk, city.stranger)) {
                assertNothing(other);
            }
        }

        @Test
        @DisplayName("it is found by a committee as soon as it goes there, and no longer once it does not")
        void onItsWay() {
            var secret = city.released(TestPapers.content("Grundstück " + word, false, "Verkauf"));
            attach(secret, false, "Kaufpreis " + word);
            follow();
            assertNothing(city.committeeMember);

            var station =
                    TestPapers.as(city.clerk, () -> routing.plan(secret, city.committee, ConsultationRole.ADVICE));
            follow();
            assertThat(find(city.committeeMember, word).found()).isEqualTo(2);

            TestPapers.as(city.clerk, () -> routing.drop(secret, station));
            follow();
            assertNothing(city.committeeMember);
        }

        @Test
        @DisplayName("a non-public file of a public paper stays with those who deliberate it; made public, all find it")
        void nonPublicFile() {
            var paper = city.released(TestPapers.content("Brunnen", true, "Punkt"));
            var file = attach(paper, false, "Angebot " + word);
            follow();
            assertNothing(city.committeeMember);
            assertThat(find(city.clerk, word).found()).isEqualTo(1);

            TestPapers.as(city.clerk, () -> files.setPublic(file, true));
            follow();
            assertThat(find(city.committeeMember, word).found()).isEqualTo(1);
            assertThat(find(city.stranger, word).found()).isEqualTo(1);

            TestPapers.as(city.clerk, () -> files.remove(file));
            follow();
            assertNothing(city.clerk);
        }

        @Test
        @DisplayName("a draft is for those who prepare it")
        void draft() {
            var draft = TestPapers.as(
                    city.clerk,
                    () -> drafting.draft(city.council, TestPapers.content("Entwurf " + word, true, "Punkt")));
            follow();
            assertThat(find(city.clerk, word).found()).isEqualTo(1);
            for (var other : List.of(city.councillor, city.committeeClerk, city.stranger)) {
                assertNothing(other);
            }

            TestPapers.as(city.clerk, () -> drafting.release(draft, 1));
            follow();
            assertThat(find(city.stranger, word).found()).isEqualTo(1);
        }

        @Test
        @DisplayName("what is changed in a released paper is not found before it is released again")
        void revised() {
            var paper = city.released(TestPapers.content("Brunnen", true, "Punkt"));
            TestPapers.as(
                    city.clerk, () -> drafting.edit(paper, 1, TestPapers.content("Brunnen", true, "Punkt " + word)));
            follow();

            assertThat(find(city.clerk, word).found()).isEqualTo(1);
            assertNothing(city.councillor);
        }

        @Test
        @DisplayName("a non-public item, and a file on it, is for those who attend the meeting, once it was convened")
        void agenda() {
            var meeting = city.meetingOf(city.council);
            var open = city.itemOf(meeting, true);
            var closed = city.itemOf(meeting, false);
            onItem(open, true, "Offen " + word);
            onItem(open, false, "Vertraulich " + word);
            onItem(closed, true, "Nichtöffentlich " + word);
            store.ask(new Source(Source.Kind.MEETING, meeting.value()));
            follow();
            assertThat(find(city.clerk, word).found()).isEqualTo(3);
            assertNothing(city.councillor);

            city.convene(meeting);
            store.ask(new Source(Source.Kind.MEETING, meeting.value()));
            follow();

            assertThat(find(city.councillor, word).found()).isEqualTo(3);
            assertThat(find(city.committeeMember, word).found()).isEqualTo(1);
            assertThat(find(city.committeeMember, word + " Vertraulich").found())
                    .isZero();
            var guest = TestCouncil.guest(city.council, context);
            assertThat(find(new SignedIn(AccountId.next(), guest, "Gast"), word).found())
                    .isEqualTo(1);
        }

        @Test
        @DisplayName("a former member finds nothing of it any more, nor one who is not a member yet, nor a substitute")
        void time() {
            var secret = city.released(TestPapers.content("Grundstück " + word, false, "Verkauf"));
            TestPapers.as(city.clerk, () -> routing.plan(secret, city.committee, ConsultationRole.DECISION));
            follow();
            var today = LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE);

            assertThat(find(member(today, today), word).found()).isEqualTo(1);
            assertNothing(member(TestCouncil.SINCE, today.minusDays(1)));
            assertNothing(member(today.plusDays(1), null));
            assertNothing(substitute(today.minusDays(9), null)); // before being called
            assertNothing(substitute(today.minusDays(9), today.minusDays(1)));
        }

        @Test
        @DisplayName("who is not signed in finds nothing at all")
        void signedOut() {
            city.released(TestPapers.content("Offen " + word, true, "Punkt"));
            follow();
            SecurityContextHolder.clearContext();

            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> search.find(SearchRequest.of(word)));
        }

        /** No hit, no number, no filter, no excerpt, no proposal, in no order, not by the exact title. */
        private void assertNothing(SignedIn who) {
            for (var question : List.of(
                    word,
                    "\"Grundstück " + word + "\"",
                    word.substring(0, 5),
                    word.substring(0, 2) + word.substring(3))) {
                for (var order : SearchRequest.Order.values()) {
                    var answer = as(who, new SearchRequest(question, SearchFilter.NONE, order, 1));
                    assertThat(answer.hits())
                            .noneMatch(hit -> hit.title().toString().contains(word)
                                    || hit.excerpt().toString().contains(word));
                    if (!question.equals(word.substring(0, 5))) {
                        assertThat(answer).isEqualTo(SearchAnswer.NOTHING);
                    }
                }
            }
        }

        private SignedIn member(LocalDate from, LocalDate to) {
            var person = TestCouncil.person(context);
            city.asSystem(() -> context.getBean(MembershipAdministration.class)
                    .begin(new NewMembership(city.committee, person, MembershipRole.MEMBER, true, 0, from, to)));
            return new SignedIn(AccountId.next(), person, "Mitglied");
        }

        private SignedIn substitute(LocalDate from, LocalDate to) {
            var person = TestCouncil.person(context);
            city.asSystem(() -> context.getBean(MembershipAdministration.class)
                    .appointSubstitute(
                            city.committee,
                            person,
                            java.util.Objects.requireNonNull(city.committeeMember.person()),
                            from,
                            to));
            return new SignedIn(AccountId.next(), person, "Stellvertretung");
        }
    }

    @Test
    @DisplayName("is the same whether it was made anew or followed each change")
    void rebuilt() {
        var paper = city.released(TestPapers.content("Eins " + word, true, "Punkt"));
        attach(paper, true, "Seite eins", "Seite zwei");
        TestPapers.as(city.clerk, () -> routing.plan(paper, city.committee, ConsultationRole.ADVICE));
        var meeting = city.meetingOf(city.council);
        city.itemOf(meeting, false);
        follow();
        var followed = rows();

        database.sql("delete from search_entry").update();
        work.askForAll();
        follow();
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(followed);

        database.sql("update search_entry set text = 'verdorben'").update();
        assertThat(new SearchCommand(store, work, context.getBean(de.ratssaal.base.Messages.class))
                        .run(List.of("rebuild")))
                .isZero();
        follow();
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(followed);
    }

    @Test
    @DisplayName("forgets what is not there any more when it is made anew")
    void orphans() {
        city.released(TestPapers.content("Eins " + word, true, "Punkt"));
        follow();
        database.sql("update search_entry set source_id = gen_random_uuid() where title like :title")
                .param("title", "%" + word)
                .update();
        work.askForAll();
        follow();

        assertThat(find(city.councillor, word).found()).isEqualTo(1);
    }

    private List<String> rows() {
        return database.sql("""
                        select concat_ws('|', source_kind, source_id, part, kind, subject, page, leads_to, number, title,
                            text, organizations, happens_at, year, is_public, state, audience, paper, search) as whole
                        from search_entry
                        """).query((row, number) -> row.getString("whole")).list();
    }

    /** The job of the application may have begun something. */
    private void follow() {
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(() -> {
            work.work();
            return store.waiting() == 0;
        });
    }

    private SearchAnswer find(SignedIn who, String question) {
        return as(who, SearchRequest.of(question));
    }

    private SearchAnswer find(SearchFilter filter) {
        return as(city.clerk, new SearchRequest(word, filter, SearchRequest.Order.BEST, 1));
    }

    private SearchAnswer as(SignedIn who, SearchRequest request) {
        return TestPapers.as(who, () -> search.find(request));
    }

    private FileId attach(PaperId paper, boolean isPublic, String... pages) {
        return TestPapers.as(
                        city.clerk,
                        () -> files.attach(
                                PaperFiles.owner(paper),
                                "Anlage.pdf",
                                isPublic,
                                new ByteArrayInputStream(TestPdfs.saying(pages))))
                .id();
    }

    private void onItem(AgendaItemId item, boolean isPublic, String text) {
        TestPapers.as(
                city.clerk,
                () -> files.attach(
                        AgendaItemFiles.owner(item),
                        "Unterlage.pdf",
                        isPublic,
                        new ByteArrayInputStream(TestPdfs.saying(text))));
    }
}
